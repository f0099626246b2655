package org.roamledger.sync;

import org.roamledger.session.MergeCounts;

/// What a sync of sessions has done so far.
interface Tally {

    /// Nothing yet.
    Tally NONE =
            new Tally() {
                @Override
                public long pages() {
                    return 0;
                }

                @Override
                public long received() {
                    return 0;
                }

                @Override
                public MergeCounts counts() {
                    return MergeCounts.NONE;
                }
            };

    /// Pages that were stored.
    long pages();

    /// Records on these pages, those that were known already among them.
    long received();

    /// What became of them.
    MergeCounts counts();
}
