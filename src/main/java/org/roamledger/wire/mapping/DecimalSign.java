package org.roamledger.wire.mapping;

/// What separates the decimals of a file's numbers.
public enum DecimalSign {
    /// Found out from all values of the file.
    DETECT,
    POINT,
    COMMA
}
