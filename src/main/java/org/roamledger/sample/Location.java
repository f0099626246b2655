package org.roamledger.sample;

/// A site as its operator publishes it.
///
/// @param number from 0, in the order of [Site#all]
/// @param since when it was last changed, in seconds of the epoch
record Location(int number, String id, Operator operator, Site site, long since) {

    boolean isPublic() {
        return !site.has('P');
    }
}
