package org.roamledger.store;

/// What a source speaks. Names are stored: never rename one.
public enum Protocol {
    /// An OCPI back office, of which the records are asked page by page.
    OCPI,
    /// An endpoint that answers as Hubject's charge detail record API does.
    OICP
}
