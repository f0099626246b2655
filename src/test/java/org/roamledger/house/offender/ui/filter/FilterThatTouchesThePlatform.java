package org.roamledger.house.offender.ui.filter;

import javafx.application.Platform;

final class FilterThatTouchesThePlatform {

    private FilterThatTouchesThePlatform() {}

    static void touch(Runnable work) {
        Platform.runLater(work);
    }
}
