package org.roamledger.session;

/// What became of delivered records when they were stored.
///
/// @param added sessions not known before
/// @param changed sessions of which a new version was stored
/// @param unchanged sessions that were known exactly so
/// @param rejected records that could not be read, now in the reject list
public record MergeCounts(long added, long changed, long unchanged, long rejected) {

    public static final MergeCounts NONE = new MergeCounts(0, 0, 0, 0);

    public MergeCounts plus(MergeCounts other) {
        return new MergeCounts(
                added + other.added,
                changed + other.changed,
                unchanged + other.unchanged,
                rejected + other.rejected);
    }
}
