package org.roamledger.sample;

import org.roamledger.problem.Problem;
import org.roamledger.problem.ProblemException;
import org.roamledger.problem.Progress;

import java.net.URI;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// A charge point operator's back office to try the application with: an OCPI 2.2.1 server on
/// 127.0.0.1, with invented sessions that depend on nothing but [SampleSize].
///
/// One back office carries all three roaming networks, so each CDR says its own in the custom field
/// `"roaming_network"`: `"Hubject"`, `"Gireve"` or `"OCPI"`. The six organisations publish under
/// their own party ids; two of them are sub-organisations, named as `suboperator` of locations
/// whose `owner` is the parent. Among ordinary sessions stand the awkward ones of real feeds, such
/// as credits, missing prices, nights in which clocks change, and ids that spreadsheets spoil.
///
/// Safe for threads, but [#close] must be called once, when nothing else is under way.
public final class SampleBackOffice implements AutoCloseable {

    private final OcpiServer server;
    private final CdrTable table;
    private final List<Grant> grants;

    private SampleBackOffice(OcpiServer server, CdrTable table, List<Grant> grants) {
        this.server = server;
        this.table = table;
        this.grants = grants;
    }

    /// Fills the database, then starts to answer. Takes some seconds for 100,000 sessions; more
    /// than 120,000 are kept in a temporary folder that [#close] removes.
    ///
    /// @param port 0 for any free one
    /// @param progress is told how many records are stored
    /// @throws ProblemException with [Problem.PortTaken], [Problem.Cancelled] if the thread is
    ///   interrupted, or [Problem.FileNotWritable]
    public static SampleBackOffice start(int port, SampleSize size, Progress progress) {
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
            var server = OcpiServer.start(bound, grants, listings(table, landscape), landscape);
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
    /// and `no-reports` all but `cdrs`.
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

    private static Map<Grant.Module, Listing> listings(CdrTable table, Landscape landscape) {
        var plugs = landscape.connectors();
        var places = new LocationJson(plugs);
        var listings = new EnumMap<Grant.Module, Listing>(Grant.Module.class);
        listings.put(Grant.Module.CDRS, new CdrListing(table, new CdrJson(plugs)));
        listings.put(Grant.Module.SESSIONS, new SessionListing(table, new SessionJson(plugs)));
        listings.put(
                Grant.Module.LOCATIONS,
                new FixedListing<>(
                        landscape.locations(), Location::since, Location::id, places::write));
        listings.put(
                Grant.Module.TARIFFS,
                new FixedListing<>(
                        landscape.tariffs(),
                        Tariff::since,
                        Tariff::id,
                        (tariff, json) ->
                                TariffJson.write(tariff, tariff.operator().market().vat, json)));
        return listings;
    }
}
