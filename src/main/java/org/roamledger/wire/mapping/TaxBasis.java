package org.roamledger.wire.mapping;

/// Whether the amounts of a file's price column contain VAT.
public enum TaxBasis {
    GROSS,
    NET
}
