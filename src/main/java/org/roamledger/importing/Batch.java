package org.roamledger.importing;

import org.roamledger.session.DeliveredSession;
import org.roamledger.session.Delivery;
import org.roamledger.session.MergeCounts;
import org.roamledger.session.Reject;
import org.roamledger.wire.table.RowOutcome;
import org.roamledger.wire.table.StationList;
import org.roamledger.wire.table.TableColumns;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Hands the records of a file on in portions, so that memory does not grow with the file.
final class Batch implements TableRows {

    private static final int SIZE = 1_000;

    private final SessionSink sink;
    private final String file;
    private List<DeliveredSession> sessions = new ArrayList<>();
    private List<Reject> rejects = new ArrayList<>();
    private MergeCounts counts = MergeCounts.NONE;
    private long records;

    /// @param file from which all of them are
    Batch(SessionSink sink, Path file) {
        this.sink = sink;
        this.file = file.toAbsolutePath().toString();
    }

    @Override
    public void below(TableColumns header) {
        handOn();
        sink.zone(header.mapping().zone());
    }

    @Override
    public void add(RowOutcome outcome) {
        switch (outcome) {
            case RowOutcome.Read(var session) -> sessions.add(session);
            case RowOutcome.Refused(var reject) -> rejects.add(reject.in(file));
        }
        records++;
        handOnIfFull();
    }

    void add(Delivery delivery) {
        sessions.addAll(delivery.sessions());
        delivery.rejects().forEach(reject -> rejects.add(reject.in(file)));
        records += delivery.sessions().size() + delivery.rejects().size();
        handOnIfFull();
    }

    /// Hands on a whole station list at once, so that it is taken or not.
    void add(StationList list) {
        records += list.entries().size() + list.rejects().size();
        counts = counts.plus(sink.list(list.entries()));
        rejects.addAll(list.rejects());
    }

    private void handOnIfFull() {
        if (sessions.size() + rejects.size() >= SIZE) {
            handOn();
        }
    }

    /// Hands on what is left.
    void handOn() {
        if (sessions.isEmpty() && rejects.isEmpty()) {
            return;
        }
        var delivery = new Delivery(sessions, rejects);
        sessions = new ArrayList<>(SIZE);
        rejects = new ArrayList<>();
        counts = counts.plus(sink.merge(delivery));
    }

    /// Of what was handed on.
    MergeCounts counts() {
        return counts;
    }

    /// Of what was read.
    long records() {
        return records;
    }
}
