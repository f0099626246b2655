package org.roamledger;

import org.jspecify.annotations.Nullable;
import org.roamledger.cli.SampleData;
import org.roamledger.cli.Window;
import org.roamledger.problem.Problem;
import org.roamledger.problem.ProblemException;
import org.roamledger.problem.Progress;
import org.roamledger.settings.Folders;
import org.roamledger.settings.OperatingSystem;
import org.roamledger.settings.Tokens;
import org.roamledger.store.SessionStore;
import org.roamledger.store.StoreClaim;
import org.roamledger.store.StoreRescue;
import org.roamledger.support.SupportArchive;
import org.roamledger.sync.Connections;
import org.roamledger.sync.GivenSources;
import org.roamledger.ui.App;
import org.roamledger.ui.Desktop;
import org.roamledger.ui.StoreEngine;
import org.roamledger.ui.StoreSources;
import org.roamledger.ui.StoreUpkeep;
import org.roamledger.ui.base.Engine;

import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// The window on this computer's screen.
final class DesktopWindow implements Window {

    private final Folders folders;
    private final Tokens tokens;

    DesktopWindow(Folders folders, Tokens tokens) {
        this.folders = folders;
        this.tokens = tokens;
    }

    /// Linux says by its environment whether there is a display; Windows and macOS have one.
    @Override
    public boolean isPossible() {
        return OperatingSystem.current() != OperatingSystem.LINUX
                || isSet("DISPLAY")
                || isSet("WAYLAND_DISPLAY");
    }

    private static boolean isSet(String variable) {
        var value = System.getenv(variable);
        return value != null && !value.isBlank();
    }

    /// A second window on a store brings the first to the front instead, and shows the view there.
    @Override
    public void open(Path file, @Nullable Path view, @Nullable Runnable painted) {
        var claim = StoreClaim.take(file);
        if (claim.isEmpty()) {
            StoreClaim.askForFront(file, view);
            return;
        }
        Desktop.open(
                own(file, claim.get()),
                false,
                stores(file),
                folders.config(),
                new Desktop.Start(view, painted, raise -> claim.get().onAsked(raise)));
    }

    @Override
    public void openSample(SampleData sample) {
        Desktop.open(
                engine(sample),
                true,
                stores(folders.defaultStore()),
                folders.config(),
                Desktop.Start.USUAL);
    }

    private App.Stores stores(Path own) {
        return new App.Stores(_ -> own(own), this::sample);
    }

    Engine own(Path file) {
        var claim =
                StoreClaim.take(file)
                        .orElseThrow(() -> new ProblemException(new Problem.StoreInUse(file)));
        return own(file, claim);
    }

    /// @param claim given back with the engine
    private Engine own(Path file, StoreClaim claim) {
        var opened = false;
        try {
            var rescued = StoreRescue.open(file, Clock.systemUTC());
            opened = true;
            return own(rescued, claim);
        } finally {
            if (!opened) {
                claim.close();
            }
        }
    }

    private Engine own(StoreRescue.Opened opened, StoreClaim claim) {
        var store = opened.store();
        var told = new ArrayList<Problem>();
        if (opened.told() != null) {
            told.add(opened.told());
        }
        try {
            GivenSources.bringInto(store);
        } catch (ProblemException e) {
            // What is there can be looked at all the same.
            told.add(e.problem());
        }
        return engine(
                store,
                upkeep(store, told, true),
                new StoreSources.SourceTokens() {
                    @Override
                    public String get(String source) {
                        return tokens.get(store.path(), source);
                    }

                    @Override
                    public void put(String source, String token) {
                        tokens.put(store.path(), source, token);
                    }

                    @Override
                    public void putCertificatePassword(String source, String password) {
                        tokens.putCertificatePassword(store.path(), source, password);
                    }

                    @Override
                    public void remove(String source) {
                        tokens.remove(store.path(), source);
                    }
                },
                folders.config(),
                claim::close);
    }

    /// @param settings where it stands when to sync; absent for never
    private StoreEngine engine(
            SessionStore store,
            StoreUpkeep upkeep,
            StoreSources.SourceTokens secrets,
            @Nullable Path settings,
            Runnable behind) {
        var connections = new Connections(folders.config(), tokens, store.path());
        return new StoreEngine(
                store,
                upkeep,
                new StoreSources(store, upkeep, secrets, connections, settings),
                InstantSource.system(),
                behind);
    }

    private StoreUpkeep upkeep(SessionStore store, List<Problem> told, boolean scheduled) {
        return new StoreUpkeep(
                store, told, scheduled, new SupportArchive(folders), InstantSource.system());
    }

    private Engine sample(Progress progress) {
        var today = LocalDate.now(Clock.systemUTC());
        return synced(SampleData.inFolder(folders.sample(), today, progress), progress);
    }

    /// The sample in its own store, with all that its back office has.
    Engine synced(SampleData data, Progress progress) {
        var whole = false;
        try {
            var problem = data.sync(progress).problem();
            if (problem != null) {
                throw new ProblemException(problem);
            }
            whole = true;
            return engine(data);
        } finally {
            if (!whole) {
                data.close();
            }
        }
    }

    private Engine engine(SampleData data) {
        var store = data.store();
        return engine(
                store,
                upkeep(store, List.of(), false),
                new StoreSources.SourceTokens() {
                    @Override
                    public String get(String source) {
                        return data.token(source);
                    }

                    // What is added to the sample is not kept, so neither are its tokens.
                    @Override
                    public void put(String source, String token) {}

                    @Override
                    public void putCertificatePassword(String source, String password) {}

                    @Override
                    public void remove(String source) {}
                },
                null,
                data::close);
    }
}
