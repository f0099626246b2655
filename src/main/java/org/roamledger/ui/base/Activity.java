package org.roamledger.ui.base;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;

import org.roamledger.problem.Problem;

import java.util.function.Consumer;

/// Long work that a person sees and can stop.
///
/// Confined to the screen thread.
public final class Activity {

    private final String nameKey;
    private final Lane lane;
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(-1);

    /// @param nameKey key of the words for it
    public Activity(String nameKey, Lane lane) {
        this.nameKey = nameKey;
        this.lane = lane;
    }

    /// Runs work in place of what runs now.
    public <T> void run(Lane.Work<T> work, Consumer<T> done, Consumer<Problem> failed) {
        progress.set(-1);
        running.set(true);
        lane.run(
                work,
                new Lane.Asker<>() {
                    @Override
                    public void progressed(double fraction) {
                        progress.set(fraction);
                    }

                    @Override
                    public void done(T answer) {
                        running.set(false);
                        done.accept(answer);
                    }

                    @Override
                    public void failed(Problem problem) {
                        running.set(false);
                        failed.accept(problem);
                    }
                });
    }

    public void cancel() {
        lane.cancel();
    }

    public String nameKey() {
        return nameKey;
    }

    public ReadOnlyBooleanProperty running() {
        return running.getReadOnlyProperty();
    }

    /// From 0 to 1, negative while it is not known.
    public ReadOnlyDoubleProperty progress() {
        return progress.getReadOnlyProperty();
    }
}
