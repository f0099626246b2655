package org.roamledger.sample;

import org.roamledger.problem.Problem;
import org.roamledger.problem.ProblemException;
import org.roamledger.problem.Progress;

import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// A charge point operator's back office to try the application with: an OCPI server on 127.0.0.1,
/// with invented sessions that depend on nothing but [SampleSize]. [Conduct] says which versions it
/// speaks and what is wrong with it.
///
/// One back office carries all three roaming networks, so each CDR says its own in the custom field
/// `"roaming_network"`: `"Hubject"`, `"Gireve"` or `"OCPI"`. The six organisations publish under
/// their own party ids; two of them are sub-organisations, named as `suboperator` of locations
/// whose `owner` is the parent. Among ordinary sessions stand the awkward ones of real feeds, such
/// as credits, missing prices, nights in which clocks change, and ids that spreadsheets spoil.
///
/// Safe for threads, but [#close] must be called once, when nothing else is under way.
public final class SampleBackOffice implements AutoCloseable {

    private static final InstantSource CLOCK = InstantSource.system();
    private static final InstantSource FROZEN =
            InstantSource.fixed(Instant.parse("2026-01-05T06:00:00Z"));

    private final OcpiServer server;
    private final CdrTable table;
    private final List<Grant> grants;

    private SampleBackOffice(OcpiServer server, CdrTable table, List<Grant> grants) {
        this.server = server;
        this.table = table;
        this.grants = grants;
    }

    /// Starts a back office without faults.
    ///
    /// @throws ProblemException as the other one
    public static SampleBackOffice start(int port, SampleSize size, Progress progress) {
        return start(port, size, Conduct.GOOD, progress);
    }

    /// Fills the database, then starts to answer. Takes some seconds for 100,000 sessions; more
    /// than 120,000 are kept in a temporary folder that [#close] removes.
    ///
    /// @param port 0 for any free one
    /// @param progress is told how many records are stored
    /// @throws ProblemException with [Problem.PortTaken], [Problem.Cancelled] if the thread is
    ///   interrupted, or [Problem.FileNotWritable]
    public static SampleBackOffice start(
            int port, SampleSize size, Conduct conduct, Progress progress) {
        var bound = OcpiServer.bind(port);
        CdrTable table = null;
        var started = false;
        try {
            var landscape = new Landscape(size);
            var timetable = new Timetable(size, landscape, progress);
            var deliveries = new Deliveries(size, timetable);
            var factory = new CdrFactory(size, landscape, timetable, deliveries);
            var order = deliveries.order(factory, progress);
            table = CdrTable.create(size.sessions());
            table.fill(factory, order, progress);
            var grants = Grant.all(size.seed());
            var envelope = new Envelope(conduct.has(Fault.FROZEN_TIME) ? FROZEN : CLOCK);
            var routes =
                    new Routes(
                            OcpiServer.origin(bound),
                            grants,
                            modules(conduct, table, landscape),
                            envelope,
                            conduct.has(Fault.ONE_ITEM_PAGES) ? 1 : PageRequest.MOST);
            var faults = new AnswerFaults(conduct, size.seed(), envelope);
            var server = OcpiServer.start(bound, request -> faults.answer(request, routes::answer));
            started = true;
            return new SampleBackOffice(server, table, grants);
        } finally {
            if (!started) {
                OcpiServer.stop(bound);
                if (table != null) {
                    table.close();
                }
            }
        }
    }

    /// Where a client begins: `http://127.0.0.1:PORT/ocpi/versions`.
    public URI versionsUrl() {
        return server.versionsUrl();
    }

    /// Tokens by who they are for: `finance` sees all modules, `no-stations` all but `locations`,
    /// `no-reports` all but `cdrs`, and `no-modules` none.
    public Map<String, String> tokens() {
        return Grant.tokens(grants);
    }

    /// How many CDRs are served.
    public int sessions() {
        return Math.toIntExact(table.records());
    }

    /// Sums over all records, by SQL.
    public BackOfficeFigures figures() {
        return table.read(CdrReader::figures);
    }

    /// Passes the ids of all CDRs, in the order they are served.
    public void eachId(Consumer<String> consumer) {
        table.read(
                reader -> {
                    reader.eachId(table.records(), consumer);
                    return true;
                });
    }

    /// Stops answering and removes the database.
    @Override
    public void close() {
        server.close();
        table.close();
    }

    private static Map<OcpiVersion, Modules> modules(
            Conduct conduct, CdrTable table, Landscape landscape) {
        var modules = new EnumMap<OcpiVersion, Modules>(OcpiVersion.class);
        for (var version : conduct.versions()) {
            modules.put(
                    version,
                    new Modules(
                            version,
                            table,
                            landscape,
                            listing -> ListFaults.around(conduct, listing)));
        }
        return modules;
    }
}
