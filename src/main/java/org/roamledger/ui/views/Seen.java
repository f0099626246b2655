package org.roamledger.ui.views;

import org.jspecify.annotations.Nullable;
import org.roamledger.views.ViewState;

import java.nio.file.Path;

/// What is shown, and the saved view that it began with.
///
/// @param view file of the saved view; absent for the standard view
public record Seen(ViewState state, @Nullable Path view) {}
