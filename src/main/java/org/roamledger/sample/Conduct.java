package org.roamledger.sample;

import java.util.Set;

/// How a sample back office behaves.
///
/// @param faults what is wrong with it
/// @param versions what it speaks, at least one
public record Conduct(Set<Fault> faults, Set<OcpiVersion> versions) {

    /// No faults, and the versions of which 2.2.1 is the highest.
    public static final Conduct GOOD =
            new Conduct(Set.of(), Set.of(OcpiVersion.V2_1_1, OcpiVersion.V2_2, OcpiVersion.V2_2_1));

    public Conduct {
        faults = Set.copyOf(faults);
        versions = Set.copyOf(versions);
        if (versions.isEmpty()) {
            throw new IllegalArgumentException("a back office speaks some version");
        }
    }

    boolean has(Fault fault) {
        return faults.contains(fault);
    }
}
