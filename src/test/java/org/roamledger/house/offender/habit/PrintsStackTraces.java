package org.roamledger.house.offender.habit;

final class PrintsStackTraces {

    private PrintsStackTraces() {}

    static void print(IllegalStateException fault) {
        fault.printStackTrace();
    }
}
