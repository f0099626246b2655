package org.roamledger.sync;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;

import org.junit.jupiter.api.Test;
import org.roamledger.report.Column;
import org.roamledger.session.MergeCounts;
import org.roamledger.session.ReportColumn;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;

/// What comes again, in another order or only in part, changes nothing.
class RepeatedPagesTest extends SyncScene {

    private static final int CUT_EVERY = 4_096;

    @Test
    void thePagesTenTimesAndInAnyOrderLeaveTheStoreAsItIs() {
        office.withCdrs(25);
        sync();
        var once = rows();
        var random = new Random(7);
        for (var time = 0; time < 10; time++) {
            Collections.shuffle(office.cdrs, random);
            var result = sync(acme(), new SyncScope.Everything());
            assertThat(result.counts()).isEqualTo(new MergeCounts(0, 0, 25, 0));
        }
        assertThat(rows()).isEqualTo(once);
        assertThat(store.detail(report().sessionId(0), ZoneOffset.UTC).versions()).hasSize(1);
    }

    @Test
    void aConnectionThatBreaksAnywhereInAPageIsTriedAgain() {
        office.mostOnAPage = 50;
        office.withCdrs(120);
        sync();
        var once = rows();
        var whole = page(50, 100);
        for (var cut = 0; cut < whole.length; cut += CUT_EVERY) {
            var sent = cut;
            var broken = new AtomicBoolean();
            office.fault =
                    (exchange, _) ->
                            "50".equals(FakeServer.query(exchange, "offset"))
                                    && broken.compareAndSet(false, true)
                                    && sendPart(exchange, whole, sent);
            var result = sync(acme(), new SyncScope.Everything());
            assertThat(broken).isTrue();
            assertThat(result.counts()).isEqualTo(new MergeCounts(0, 0, 120, 0));
            assertThat(rows()).isEqualTo(once);
        }
    }

    @Test
    void halfAPageIsNeverStored() {
        office.withCdrs(25);
        var whole = page(10, 20);
        for (var cut = 1; cut < whole.length; cut += CUT_EVERY / 4) {
            var sent = cut;
            office.fault =
                    (exchange, _) ->
                            !"0".equals(FakeServer.query(exchange, "offset"))
                                    && exchange.getRequestURI().getPath().endsWith("/cdrs")
                                    && sendPart(exchange, whole, sent);
            assertThat(sync().ok()).isFalse();
            assertThat(report().size()).isEqualTo(10);
        }
        office.fault = (_, _) -> false;
        assertThat(sync().ok()).isTrue();
        assertThat(report().size()).isEqualTo(25);
    }

    private static boolean sendPart(HttpExchange exchange, byte[] whole, int sent)
            throws IOException {
        exchange.sendResponseHeaders(200, whole.length);
        exchange.getResponseBody().write(whole, 0, sent);
        return true;
    }

    private byte[] page(int from, int to) {
        return "{\"status_code\": 1000, \"data\": %s}"
                .formatted(office.cdrs.subList(from, to))
                .getBytes(StandardCharsets.UTF_8);
    }

    private List<String> rows() {
        var report = report();
        var ids = (Column.Ids) report.column(ReportColumn.CDR_ID);
        var prices = report.numbers(ReportColumn.PRICE);
        var rows = new ArrayList<String>();
        for (var row = 0; row < report.size(); row++) {
            rows.add(report.sessionId(row) + " " + ids.text(row) + " " + prices.at(row));
        }
        Collections.sort(rows);
        return rows;
    }
}
