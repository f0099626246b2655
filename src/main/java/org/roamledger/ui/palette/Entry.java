package org.roamledger.ui.palette;

/// Something that can be done.
///
/// @param id by which it is known again in another language
/// @param title what it is called, without the mark of a letter
/// @param place where else it is found, such as its menu
/// @param keys that do it, as a person reads them; empty if none do
public record Entry(String id, String title, String place, String keys, Runnable action) {}
