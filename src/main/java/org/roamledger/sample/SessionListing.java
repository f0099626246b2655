package org.roamledger.sample;

import tools.jackson.core.JsonGenerator;

import java.sql.SQLException;

/// The sessions behind the CDRs: one for each transaction that has an id.
final class SessionListing implements Listing {

    private final CdrTable table;
    private final CdrForm form;

    SessionListing(CdrTable table, CdrForm form) {
        this.table = table;
        this.form = form;
    }

    @Override
    public Window window(long from, long until) {
        var records = table.records();
        return table.read(
                reader -> {
                    var first = before(reader, reader.firstUpdatedSince(from, records));
                    var end = before(reader, reader.firstUpdatedSince(until, records));
                    return new Range(first, Math.max(first, end));
                });
    }

    private long before(CdrReader reader, long place) throws SQLException {
        return place > table.records() ? table.sessions() : reader.sessionsBefore(place);
    }

    private final class Range implements Window {

        private final long first;
        private final long end;

        Range(long first, long end) {
            this.first = first;
            this.end = end;
        }

        @Override
        public long total() {
            return end - first;
        }

        @Override
        public void write(long offset, int limit, JsonGenerator json) {
            var records = table.records();
            var start = first + offset;
            var stop = Math.min(end, start + limit);
            table.read(
                    reader -> {
                        reader.each(
                                reader.firstAfterSessions(start, records),
                                reader.firstAfterSessions(stop, records) - 1,
                                cdr -> {
                                    if (cdr.session()) {
                                        form.write(cdr, json);
                                    }
                                });
                        return stop;
                    });
        }
    }
}
