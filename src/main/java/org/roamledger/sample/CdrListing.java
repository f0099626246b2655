package org.roamledger.sample;

import tools.jackson.core.JsonGenerator;

/// The CDRs of the database.
final class CdrListing implements Listing {

    private final CdrTable table;
    private final CdrForm form;

    CdrListing(CdrTable table, CdrForm form) {
        this.table = table;
        this.form = form;
    }

    @Override
    public Window window(long from, long until) {
        var records = table.records();
        return table.read(
                reader -> {
                    var first = reader.firstUpdatedSince(from, records);
                    var end = reader.firstUpdatedSince(until, records);
                    return new Range(first, Math.max(first, end));
                });
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
            var start = first + offset;
            var last = Math.min(end, start + limit) - 1;
            table.read(
                    reader -> {
                        reader.each(start, last, cdr -> form.write(cdr, json));
                        return last;
                    });
        }
    }
}
