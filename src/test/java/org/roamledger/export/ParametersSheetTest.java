package org.roamledger.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.roamledger.report.Condition;
import org.roamledger.report.DataAge;
import org.roamledger.report.ReportFilter;
import org.roamledger.report.ReportFixture;
import org.roamledger.report.ReportFixture.Row;
import org.roamledger.report.ReportParameters;
import org.roamledger.report.ReportView;
import org.roamledger.report.SettlementWords;
import org.roamledger.report.SortOrder;
import org.roamledger.session.ReportColumn;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

final class ParametersSheetTest {

    @TempDir Path folder;

    private List<List<String>> lines(ExportRequest request)
            throws IOException, InvalidFormatException {
        try (var workbook = new XSSFWorkbook(Exports.xlsx(request, folder).toFile())) {
            var lines = new ArrayList<List<String>>();
            for (var row : workbook.getSheet("Parameters")) {
                lines.add(
                        IntStream.range(0, row.getLastCellNum())
                                .mapToObj(i -> text(((XSSFRow) row).getCell(i)))
                                .toList());
            }
            return lines;
        }
    }

    private static String text(XSSFCell cell) {
        return switch (cell.getCellType()) {
            case NUMERIC ->
                    DateUtil.isCellDateFormatted(cell)
                            ? cell.getLocalDateTimeCellValue().toString()
                            : cell.getRawValue();
            default -> cell.getStringCellValue();
        };
    }

    @Test
    void itSaysWhatTheRowsAreAndWhatTheySumUpTo() throws IOException, InvalidFormatException {
        var parameters =
                new ReportParameters(
                        Set.of("Roam AB", "=Roam GmbH"),
                        true,
                        LocalDate.of(2026, 10, 1),
                        LocalDate.of(2026, 11, 1),
                        Exports.STOCKHOLM);
        var report =
                ReportFixture.report(
                        parameters,
                        List.of(
                                priced("a", "EUR", "10.00").vat("2.00", "25").energy(1000),
                                priced("b", "EUR", "-10.00").vat("-2", "25").energy(-1000).credit(),
                                priced("c", "EUR", "0.0001").energy(5),
                                priced("d", "SEK", "90071992547409.9301").vat("0", "0").energy(7),
                                new Row("e").with(ReportColumn.NETWORK, "OCPI"),
                                new Row("f").with(ReportColumn.NETWORK, "Hubject")));
        var view =
                ReportView.of(
                        report,
                        ReportFilter.NONE
                                .with(ReportColumn.NETWORK, Set.of("OCPI", "Gireve"))
                                .with(ReportColumn.CURRENCY, Set.of("", "EUR", "SEK"))
                                .with(ReportColumn.TRANSACTION_ID, new Condition.Missing()),
                        new SortOrder(List.of(new SortOrder.Key(ReportColumn.PRICE, true))));
        var request =
                new ExportRequest(
                        view,
                        List.of(ReportColumn.CDR_ID, ReportColumn.PRICE),
                        List.of(
                                new DataAge("demo", Instant.parse("2026-11-01T23:00:00Z")),
                                new DataAge("=files", null)),
                        CsvForm.STANDARD);
        assertEquals(
                List.of(
                        List.of("Report", "Roaming sessions (CPO view)"),
                        List.of(
                                "Organisations",
                                "=Roam GmbH, Roam AB, with their sub-organisations"),
                        List.of("From", "2026-10-01T00:00"),
                        List.of("To (not included)", "2026-11-01T00:00"),
                        List.of("Date basis", "Start time"),
                        List.of("Time zone", "Europe/Stockholm"),
                        List.of("Filter", "Network is Gireve or OCPI"),
                        List.of("Filter", "Currency is missing or EUR or SEK"),
                        List.of("Filter", "Transaction ID is missing"),
                        List.of("Order", "Price descending, then Start time, then CDR ID"),
                        List.of("Columns", "CDR ID, Price"),
                        List.of("Rows", "5"),
                        List.of(
                                "SHA-256 of CDR IDs, one per line",
                                "628d284b69967ab163618cb814265c30"
                                        + "df425dd266bc3ee33adbd002b6be9b81"),
                        List.of("Application", "Roamledger development"),
                        List.of("Source", "Data as of (Europe/Stockholm)"),
                        List.of("demo", "2026-11-02T00:00"),
                        List.of("=files", "never read"),
                        List.of(
                                "Currency",
                                "Sessions",
                                "Credits",
                                "Energy (Wh)",
                                "Net",
                                "VAT",
                                "Gross",
                                "Without price",
                                "Without VAT"),
                        List.of("", "1", "0", "0", "0.0000", "0.0000", "0.0000", "1", "0"),
                        List.of("EUR", "2", "1", "5", "0.0000", "0.0000", "0.0001", "0", "1"),
                        List.of(
                                "SEK",
                                "1",
                                "0",
                                "7",
                                "90071992547409.9301",
                                "0.0000",
                                "90071992547409.9301",
                                "0",
                                "0")),
                lines(request));
    }

    private static Row priced(String id, String currency, String price) {
        return new Row(id)
                .price(price)
                .with(ReportColumn.CURRENCY, currency)
                .with(ReportColumn.NETWORK, "OCPI");
    }

    @Test
    void whatWasNotAskedForIsSaidToo() throws IOException, InvalidFormatException {
        var lines = lines(Exports.request(Exports.view()));
        assertEquals(List.of("Organisations", "All"), lines.get(1));
        assertEquals(List.of("Filter", "None"), lines.get(6));
        assertEquals(List.of("Order", "Start time, then CDR ID"), lines.get(7));
    }

    @Test
    void aTextThatIsLookedForIsQuoted() {
        assertEquals(
                List.of("An id or a name contains “göteborg”"),
                ParameterWords.filters(
                        ReportFilter.NONE.withText(" göteborg "),
                        Exports.STOCKHOLM,
                        SettlementWords.STANDARD));
    }

    @Test
    void totalsAreThoseOfTheView() throws IOException, InvalidFormatException {
        var view = ReportFixture.view(ReportFixture.random(2_000, Exports.STOCKHOLM, 5));
        var lines = lines(Exports.request(view));
        var totals = view.totals().byCurrency();
        for (var i = 0; i < totals.size(); i++) {
            var of = totals.get(i);
            assertEquals(
                    List.of(
                            of.currency(),
                            Long.toString(of.sessions()),
                            Long.toString(of.credits()),
                            Long.toString(of.energyWh()),
                            of.net().toDecimal().toPlainString(),
                            of.vat().toDecimal().toPlainString(),
                            of.gross().toDecimal().toPlainString(),
                            Long.toString(of.withoutPrice()),
                            Long.toString(of.withoutVat())),
                    lines.get(lines.size() - totals.size() + i));
        }
    }
}
