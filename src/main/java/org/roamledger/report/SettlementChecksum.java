package org.roamledger.report;

import org.roamledger.session.ReportColumn;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/// SHA-256 of what a settlement is made of, as 64 hexadecimal digits: whoever has the same sessions
/// with the same figures gets the same.
public final class SettlementChecksum {

    private static final List<ReportColumn> TEXTS =
            List.of(ReportColumn.NETWORK, ReportColumn.PROVIDER_ID, ReportColumn.CURRENCY);
    private static final List<ReportColumn> NUMBERS =
            List.of(
                    ReportColumn.START_TIME,
                    ReportColumn.STOP_TIME,
                    ReportColumn.ENERGY_WH,
                    ReportColumn.PRICE,
                    ReportColumn.VAT_RATE,
                    ReportColumn.VAT_AMOUNT);

    private final MessageDigest digest;

    private SettlementChecksum() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has it", e);
        }
    }

    /// Of the sessions of a view, in whatever order they are shown. At a million rows about a
    /// second: not for the screen's thread.
    public static String ofSessions(ReportView view) {
        var made = new SettlementChecksum();
        made.addSessions(view);
        return made.hex();
    }

    /// Of a settlement: what was asked for, the sessions, and how their amounts are rounded.
    /// Grouping and language do not change what is settled.
    public static String ofSettlement(ReportView view, RoundingRules rules) {
        var made = new SettlementChecksum();
        var parameters = view.report().parameters();
        made.add(parameters.from().toString());
        made.add(parameters.to().toString());
        made.add(parameters.zone().getId());
        made.add(String.valueOf(parameters.withSubOrganisations()));
        parameters.organisations().stream().sorted().forEach(made::add);
        new ConditionText(Locale.ENGLISH, ZoneId.of("UTC"), new ColumnWords(Locale.ENGLISH))
                .sentences(view.filter(), Integer.MAX_VALUE - 1)
                .forEach(made::add);
        made.add("rounding");
        for (var line : RoundedSettlement.of(view, rules).lines()) {
            made.add(String.valueOf(line.rounding()));
        }
        made.addSessions(view);
        return made.hex();
    }

    private void addSessions(ReportView view) {
        var report = view.report();
        var rows = view.rows().clone();
        // The report's own order.
        Arrays.sort(rows);
        var ids = (Column.Ids) report.column(ReportColumn.CDR_ID);
        var texts = TEXTS.stream().map(report::coded).toList();
        var numbers = NUMBERS.stream().map(report::numbers).toList();
        var figures = ByteBuffer.allocate(Long.BYTES * NUMBERS.size() + 1);
        for (var row : rows) {
            add(ids.text(row));
            for (var text : texts) {
                add(text.text(row));
            }
            figures.clear();
            for (var number : numbers) {
                figures.putLong(number.at(row));
            }
            figures.put((byte) (report.isCredit(row) ? 1 : 0));
            digest.update(figures.flip());
        }
    }

    /// With its length, so that no two sequences of texts are the same bytes.
    private void add(String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
        digest.update(bytes);
    }

    private String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
