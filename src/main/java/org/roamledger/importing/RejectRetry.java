package org.roamledger.importing;

import org.jspecify.annotations.Nullable;
import org.roamledger.problem.Progress;
import org.roamledger.session.DeliveredSession;
import org.roamledger.session.Delivery;
import org.roamledger.session.KeptReject;
import org.roamledger.session.PartyId;
import org.roamledger.session.RawMessage;
import org.roamledger.session.RecordPlace;
import org.roamledger.session.Reject;
import org.roamledger.store.SessionStore;
import org.roamledger.store.Source;
import org.roamledger.wire.emip.EmipCdrs;
import org.roamledger.wire.ocpi.Joins;
import org.roamledger.wire.ocpi.MappingContext;
import org.roamledger.wire.ocpi.OcpiCdrs;
import org.roamledger.wire.oicp.OicpCdrs;
import org.roamledger.wire.record.Json;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

import javax.xml.stream.XMLStreamException;

/// Reads rejected records again, by the rules and settings of now.
///
/// A record of a back office is read from the text that was kept. The row of a table means nothing
/// without its file, so all of the file is read again, if it is still there. For one thread, never
/// the screen's.
public final class RejectRetry {

    private static final int BATCH = 500;

    private final SessionStore store;
    private final Map<String, OfSource> sources = new HashMap<>();

    /// What became of rejects.
    ///
    /// @param read records that could be read now
    /// @param stillRejected records that could not
    /// @param notTried records whose file or source is gone, or of which it is not known what they
    ///   are
    public record Outcome(long read, long stillRejected, long notTried) {

        private Outcome plus(Outcome other) {
            return new Outcome(
                    read + other.read,
                    stillRejected + other.stillRejected,
                    notTried + other.notTried);
        }
    }

    /// Reads one record from its text.
    @FunctionalInterface
    private interface RecordReader {

        /// @return one session or one reject
        Delivery read(byte[] raw, RecordPlace where);
    }

    public RejectRetry(SessionStore store) {
        this.store = store;
        for (var status : store.sources()) {
            sources.put(status.source().name(), new OfSource(status.source()));
        }
    }

    /// Reads rejects again and keeps those that still cannot be read. For one use.
    ///
    /// @param source of one source only; all if absent
    /// @param wanted which of them
    /// @param progress is shown how many were read
    public Outcome retry(@Nullable String source, Predicate<KeptReject> wanted, Progress progress) {
        var outcome = new Tally();
        store.visitRejects(
                source,
                kept -> {
                    if (wanted.test(kept)) {
                        progress.step(outcome.seen++, -1);
                        var of = sources.get(kept.source());
                        if (of == null || !of.take(kept)) {
                            outcome.notTried++;
                        }
                    }
                    return true;
                });
        var all = new Outcome(0, 0, outcome.notTried);
        for (var of : sources.values()) {
            of.handOn();
            all = all.plus(of.texts()).plus(of.readFiles(progress));
        }
        return all;
    }

    private static final class Tally {
        private long seen;
        private long notTried;
    }

    /// How the text of a record is read again.
    ///
    /// @return absent where its text alone does not do
    private @Nullable RecordReader reader(RawMessage.Form form, Source source) {
        return switch (form) {
            // As a sync of the source reads it.
            case OCPI_CDR -> {
                var cdrs =
                        new OcpiCdrs(
                                new MappingContext(
                                        source.network(),
                                        source.settings().networkRules(),
                                        operator(source),
                                        Joins.NONE));
                yield (raw, where) -> {
                    cdrs.read(raw, where);
                    return cdrs.delivery();
                };
            }
            case OICP_CDR -> {
                var cdrs = new OicpCdrs();
                yield (raw, where) -> {
                    cdrs.read(Json.tree(raw), raw, where);
                    return cdrs.delivery();
                };
            }
            case EMIP_CDR -> {
                var cdrs = new EmipCdrs();
                yield (raw, where) -> {
                    try {
                        cdrs.read(raw, where);
                    } catch (XMLStreamException e) {
                        throw new IllegalStateException("only what could be parsed is kept", e);
                    }
                    return cdrs.delivery();
                };
            }
            case REPORT_ROW -> null;
        };
    }

    /// The owner of records that name none, by which a sync knows their sessions.
    private @Nullable PartyId operator(Source source) {
        var named = store.memory(source.name()).operator();
        return named == null || named.isEmpty() ? null : new PartyId(named);
    }

    /// A place of a file.
    private record Row(Path file, RecordPlace where) {}

    /// The rejects of one source.
    private final class OfSource {
        private final Source source;
        private final Map<RawMessage.Form, RecordReader> readers =
                new EnumMap<>(RawMessage.Form.class);
        private final Set<Row> rows = new LinkedHashSet<>();
        private List<DeliveredSession> sessions = new ArrayList<>();
        private List<Reject> rejects = new ArrayList<>();
        private List<Long> done = new ArrayList<>();
        private long read;
        private long stillRejected;

        OfSource(Source source) {
            this.source = source;
            for (var form : RawMessage.Form.values()) {
                var reader = reader(form, source);
                if (reader != null) {
                    readers.put(form, reader);
                }
            }
        }

        /// @return whether there is a way to read it again
        boolean take(KeptReject kept) {
            var reject = kept.reject();
            var reader = reject.form() == null ? null : readers.get(reject.form());
            if (reader != null) {
                readText(kept, reader);
                return true;
            }
            if (reject.form() != RawMessage.Form.REPORT_ROW || reject.file() == null) {
                return false;
            }
            var file = Path.of(reject.file());
            if (!Files.isRegularFile(file)) {
                return false;
            }
            rows.add(new Row(file, reject.where()));
            return true;
        }

        private void readText(KeptReject kept, RecordReader reader) {
            var before = kept.reject();
            var delivery =
                    reader.read(before.raw().getBytes(StandardCharsets.UTF_8), before.where());
            sessions.addAll(delivery.sessions());
            read += delivery.sessions().size();
            for (var reject : delivery.rejects()) {
                stillRejected++;
                var now = reject.in(before.file());
                if (now.equals(before)) {
                    return;
                }
                rejects.add(now);
            }
            done.add(kept.id());
            if (done.size() >= BATCH) {
                handOn();
            }
        }

        void handOn() {
            if (!done.isEmpty()) {
                store.mergeRetried(source.name(), new Delivery(sessions, rejects), done);
                sessions = new ArrayList<>();
                rejects = new ArrayList<>();
                done = new ArrayList<>();
            }
        }

        Outcome texts() {
            return new Outcome(read, stillRejected, 0);
        }

        Outcome readFiles(Progress progress) {
            if (rows.isEmpty()) {
                return new Outcome(0, 0, 0);
            }
            var settings = new ImportSettings(source.network(), null, source.zone());
            var files = rows.stream().map(Row::file).distinct().toList();
            try (var sink = new StoreSink(store, settings)) {
                new FileImport(settings, sink, new StoreMappings(store)).read(files, progress);
            }
            var left = new HashSet<Row>();
            store.visitRejects(
                    source.name(),
                    kept -> {
                        var file = kept.reject().file();
                        if (file != null) {
                            left.add(new Row(Path.of(file), kept.reject().where()));
                        }
                        return true;
                    });
            left.retainAll(rows);
            return new Outcome(rows.size() - left.size(), left.size(), 0);
        }
    }
}
