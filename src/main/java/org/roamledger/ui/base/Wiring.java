package org.roamledger.ui.base;

import javafx.beans.value.ObservableValue;
import javafx.util.Subscription;

import java.util.function.Consumer;

/// The listeners with which the views of one window follow the models, so that they can all be let
/// go of when the window is built anew in another language.
///
/// Confined to the screen thread.
public final class Wiring implements AutoCloseable {

    private Subscription all = Subscription.EMPTY;

    /// Tells the value now and whenever it changes.
    public <T> void follow(ObservableValue<T> value, Consumer<T> follower) {
        all = all.and(value.subscribe(follower));
    }

    /// Tells when the value changes.
    public void onChange(ObservableValue<?> value, Runnable follower) {
        all = all.and(value.subscribe(follower));
    }

    /// Does something when the window is let go of.
    public void atClose(Subscription subscription) {
        all = all.and(subscription);
    }

    @Override
    public void close() {
        all.unsubscribe();
        all = Subscription.EMPTY;
    }
}
