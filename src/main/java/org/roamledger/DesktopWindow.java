package org.roamledger;

import org.roamledger.cli.Window;
import org.roamledger.settings.Folders;
import org.roamledger.settings.OperatingSystem;
import org.roamledger.settings.Tokens;
import org.roamledger.store.SessionStore;
import org.roamledger.sync.Connections;
import org.roamledger.ui.Desktop;
import org.roamledger.ui.StoreEngine;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.function.Function;

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

    @Override
    public void open(Path file) {
        var store = SessionStore.open(file);
        open(
                store,
                new StoreEngine.SourceTokens() {
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
                new Connections(folders.config(), tokens, store.path()));
    }

    @Override
    public void openSample(SessionStore store, Function<String, String> sampleTokens) {
        open(
                store,
                new StoreEngine.SourceTokens() {
                    @Override
                    public String get(String source) {
                        return sampleTokens.apply(source);
                    }

                    // What is added to the sample is gone with it, and so are its tokens.
                    @Override
                    public void put(String source, String token) {}

                    @Override
                    public void putCertificatePassword(String source, String password) {}

                    @Override
                    public void remove(String source) {}
                },
                new Connections(folders.config(), tokens, store.path()));
    }

    private void open(
            SessionStore store, StoreEngine.SourceTokens sourceTokens, Connections connections) {
        Desktop.open(
                new StoreEngine(store, sourceTokens, connections, InstantSource.system()),
                folders.config());
    }
}
