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
        add(value.subscribe(follower));
    }

    /// Tells when the value changes.
    public void onChange(ObservableValue<?> value, Runnable follower) {
        add(value.subscribe(follower));
    }

    /// Does something when the window is let go of.
    public void atClose(Subscription subscription) {
        add(subscription);
    }

    /// Apart from the subscribing: who is told a value at once may follow others with what it makes
    /// of it.
    private void add(Subscription one) {
        all = all.and(one);
    }

    @Override
    public void close() {
        all.unsubscribe();
        all = Subscription.EMPTY;
    }
}
