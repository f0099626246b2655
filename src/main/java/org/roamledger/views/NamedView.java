package org.roamledger.views;

import java.util.List;

/// A view and what it is called.
///
/// @param ignored places of its text that were not understood, as a newer version wrote them
public record NamedView(String name, ViewState state, List<String> ignored) {

    /// Stands for the standard view, which has no name but one in each language.
    public static final String STANDARD = "-";

    public NamedView {
        name = name.strip();
        ignored = List.copyOf(ignored);
    }

    public static NamedView of(String name, ViewState state) {
        return new NamedView(name, state, List.of());
    }
}
