package org.roamledger.ui.filter;

import java.util.Set;
import java.util.TreeSet;

/// What is asked of the store: a change of it loads the report anew.
///
/// @param organisations names of owners of stations; empty for all
/// @param withSubOrganisations whether sub-organisations of those come along
/// @param period days in which a session started
public record Scope(Set<String> organisations, boolean withSubOrganisations, Period period) {

    public Scope {
        organisations = Set.copyOf(organisations);
    }

    public Scope with(Period changed) {
        return new Scope(organisations, withSubOrganisations, changed);
    }

    public Scope withSubOrganisations(boolean changed) {
        return new Scope(organisations, changed, period);
    }

    /// With an organisation added if it was not there, else taken out.
    public Scope toggled(String organisation) {
        var changed = new TreeSet<>(organisations);
        if (!changed.remove(organisation)) {
            changed.add(organisation);
        }
        return new Scope(changed, withSubOrganisations, period);
    }
}
