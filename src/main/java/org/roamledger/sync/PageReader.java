package org.roamledger.sync;

import tools.jackson.databind.JsonNode;

/// Makes something of the objects of one page.
///
/// @param <P> what becomes of a page
interface PageReader<P> {

    /// Takes the next object.
    ///
    /// @param raw its own bytes
    /// @param position its place in the whole list, from 0
    void item(JsonNode item, byte[] raw, long position);

    P page();
}
