package org.roamledger.ui;

import org.roamledger.ui.base.Background;
import org.roamledger.ui.base.Engine;
import org.roamledger.ui.shell.WindowModel;
import org.roamledger.views.KeptViews;

/// A store, what the window knows of it, and the threads that work on it.
final class Workplace implements AutoCloseable {

    private final Engine engine;
    private final Background background = Background.ofThreads();
    private final WindowModel model;
    private final boolean sample;

    /// To be made on the screen thread.
    ///
    /// @param engine closed with this
    /// @param sample whether nothing in the store is real
    Workplace(Engine engine, App.Surroundings surroundings, boolean sample) {
        this.engine = engine;
        this.sample = sample;
        model =
                new WindowModel(
                        engine,
                        background,
                        surroundings.clock(),
                        surroundings.zone(),
                        surroundings.kept(),
                        surroundings.views(),
                        sample ? KeptViews.Opening.STANDARD : surroundings.opening(),
                        surroundings.open());
    }

    /// Confined to the screen thread.
    WindowModel model() {
        return model;
    }

    boolean isSample() {
        return sample;
    }

    /// In the opposite order of construction; on any thread, once the model is not used any more.
    /// Waits for work that is under way, at most two seconds.
    @Override
    public void close() {
        background.close();
        engine.close();
    }
}
