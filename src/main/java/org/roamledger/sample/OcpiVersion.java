package org.roamledger.sample;

import java.util.Arrays;
import java.util.Optional;

/// A version of OCPI that the sample back office speaks, the oldest first.
public enum OcpiVersion {
    V2_1_1("2.1.1"),
    V2_2("2.2"),
    V2_2_1("2.2.1"),
    V2_3_0("2.3.0");

    private final String number;

    OcpiVersion(String number) {
        this.number = number;
    }

    /// As it stands in the list of versions: `2.2.1`.
    public String number() {
        return number;
    }

    /// The version of that number.
    public static Optional<OcpiVersion> of(String number) {
        return Arrays.stream(values()).filter(one -> one.number.equals(number)).findFirst();
    }

    boolean isBefore(OcpiVersion other) {
        return compareTo(other) < 0;
    }
}
