package org.roamledger.house.offender.habit;

final class Prints {

    private Prints() {}

    static void print() {
        System.out.println();
        System.err.println();
    }
}
