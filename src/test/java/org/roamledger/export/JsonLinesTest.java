package org.roamledger.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.roamledger.problem.Progress;
import org.roamledger.report.ReportFixture;
import org.roamledger.report.ReportFixture.Row;
import org.roamledger.report.ReportView;
import org.roamledger.session.ReportColumn;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;

final class JsonLinesTest {

    private static final JsonMapper JSON = new JsonMapper();

    @TempDir Path folder;

    private List<String> export(ReportView view, ReportColumn... columns) throws IOException {
        var file = folder.resolve("report.jsonl");
        ReportExport.write(
                Exports.request(view, columns), file, ExportFormat.of(file), Progress.NONE);
        return Files.readAllLines(file);
    }

    @Test
    void aRowIsAnObjectWithTheKeysOfTheColumns() throws IOException {
        var view =
                Exports.view(
                        new Row("000123")
                                .at("2026-10-05T08:00:00Z")
                                .until("2026-10-05T09:05:07Z")
                                .energy(12_345)
                                .price("-12.5")
                                .vat("-2.5", "25.5")
                                .with(ReportColumn.CURRENCY, "EUR"));
        assertEquals(
                List.of(
                        "{\"cdr_id\":\"000123\",\"start_time\":\"2026-10-05T10:00:00+02:00\","
                            + "\"duration\":\"1:05:07\",\"energy_wh\":12345,\"price\":\"-12.50\","
                            + "\"vat_rate\":25.5,\"transaction_id\":null,\"network\":null}"),
                export(
                        view,
                        ReportColumn.CDR_ID,
                        ReportColumn.START_TIME,
                        ReportColumn.DURATION,
                        ReportColumn.ENERGY_WH,
                        ReportColumn.PRICE,
                        ReportColumn.VAT_RATE,
                        ReportColumn.TRANSACTION_ID,
                        ReportColumn.NETWORK));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "\"quoted\\",
                "two\r\nlines\ttab",
                "nul\u0000bell\u0007\u001F",
                "Łódź \uD83D\uDE97 \u2028"
            })
    void anyTextReadsBackAsItIs(String text) throws IOException {
        var view = Exports.view(new Row(text).with(ReportColumn.STATION_NAME, text));
        var lines = export(view, ReportColumn.CDR_ID, ReportColumn.STATION_NAME);
        assertEquals(1, lines.size());
        var node = JSON.readTree(lines.getFirst());
        assertEquals(text, node.get("cdr_id").asString());
        assertEquals(text, node.get("station_name").asString());
    }

    @Test
    void everyCellOfManyBlocksReadsBack() throws IOException {
        var view = ReportFixture.view(ReportFixture.random(5_000, Exports.STOCKHOLM, 42));
        var lines = export(view, ReportColumn.values());
        var expected = new Expected(view);
        assertEquals(view.size(), lines.size());
        for (var position = 0; position < view.size(); position++) {
            var node = JSON.readTree(lines.get(position));
            assertEquals(ReportColumn.values().length, node.size());
            for (var column : ReportColumn.values()) {
                var value = expected.at(position, column);
                var what = "row " + position + " " + column;
                assertTrue(node.has(column.key()), what);
                assertEquals(value, parsed(value, node.get(column.key())), what);
            }
        }
    }

    private static @Nullable Object parsed(@Nullable Object kind, JsonNode node) {
        return switch (kind) {
            case null -> node.isNull() ? null : node;
            case BigDecimal number -> new BigDecimal(node.asString()).setScale(number.scale());
            case Instant _ -> OffsetDateTime.parse(node.asString()).toInstant();
            case OffsetDateTime _ -> OffsetDateTime.parse(node.asString());
            case Duration _ -> duration(node.asString());
            default -> node.asString();
        };
    }

    private static Duration duration(String text) {
        var parts = text.split(":", -1);
        return Duration.ofHours(Long.parseLong(parts[0]))
                .plusMinutes(Long.parseLong(parts[1]))
                .plusSeconds(Long.parseLong(parts[2]));
    }
}
