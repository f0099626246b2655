package org.roamledger.views;

import java.nio.file.Path;

/// A view that is kept in a file.
///
/// @param text of the whole file, by which it is known whether it was changed meanwhile
public record SavedView(Path file, NamedView view, String text) {

    public String name() {
        return view.name();
    }

    public ViewState state() {
        return view.state();
    }
}
