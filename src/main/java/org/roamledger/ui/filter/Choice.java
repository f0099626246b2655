package org.roamledger.ui.filter;

/// One line that can be ticked.
///
/// @param value what it stands for; empty for "missing"
/// @param depth how far it is indented
/// @param rows rows it would show, negative if that is not counted
/// @param chosen whether it is ticked
public record Choice(String value, int depth, int rows, boolean chosen) {

    static final int NOT_COUNTED = -1;
}
