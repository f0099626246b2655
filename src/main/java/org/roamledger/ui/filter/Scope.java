package org.roamledger.ui.filter;

import java.util.Set;

/// What is asked of the store: a change of it loads the report anew.
///
/// @param organisations names of owners of stations; empty for all
/// @param withSubOrganisations whether sub-organisations of those come along
/// @param period days in which a session started
public record Scope(Set<String> organisations, boolean withSubOrganisations, Period period) {

    public Scope {
        organisations = Set.copyOf(organisations);
    }
}
