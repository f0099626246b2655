package org.roamledger.store;

/// The mapping by which files of one layout are read.
///
/// @param name as a person calls it; several layouts may share a mapping
/// @param fingerprint of the layout's headers; one mapping for each
/// @param json the mapping itself, which the store does not read
public record SavedMapping(String name, String fingerprint, String json) {}
