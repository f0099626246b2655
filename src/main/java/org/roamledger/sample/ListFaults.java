package org.roamledger.sample;

import java.util.Arrays;

/// Puts the faults of lists and objects around a list.
final class ListFaults {

    private ListFaults() {}

    static Listing around(Conduct conduct, Listing listing) {
        var faulty = listing;
        var changes =
                Arrays.stream(Fault.values())
                        .filter(fault -> fault.kind == Fault.Kind.OBJECTS)
                        .filter(conduct::has)
                        .toList();
        if (!changes.isEmpty()) {
            faulty =
                    new RewritingListing(
                            faulty,
                            object -> changes.forEach(fault -> ObjectFaults.apply(fault, object)));
        }
        if (conduct.has(Fault.DUPLICATE_IDS)) {
            faulty = new RepeatingListing(faulty);
        }
        return conduct.has(Fault.PAGE_DRIFT) ? new DriftingListing(faulty) : faulty;
    }
}
