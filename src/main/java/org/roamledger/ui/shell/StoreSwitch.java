package org.roamledger.ui.shell;

import org.jspecify.annotations.Nullable;
import org.roamledger.ui.base.Activity;

/// Whose data a window shows, and the way from one's own to the sample and back.
///
/// @param sample whether nothing that is shown is real
/// @param moving the work of opening the other store
/// @param move opens the other store in this window; absent where there is none
public record StoreSwitch(boolean sample, Activity moving, @Nullable Runnable move) {}
