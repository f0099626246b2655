package org.roamledger.ui.charts;

import org.roamledger.report.Chart;
import org.roamledger.report.ChartPart;
import org.roamledger.report.ChartPart.Measure;
import org.roamledger.report.ChartTable;
import org.roamledger.session.Amount;
import org.roamledger.session.ReportColumn;
import org.roamledger.ui.base.CellText;
import org.roamledger.ui.base.Words;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Charts in words and figures of one language.
///
/// For one thread.
final class ChartText {

    private static final int AVERAGE_DECIMALS = 4;
    private static final int SHARE_SCALE = 6;

    private final Words words;
    private final ZoneId zone;
    private final CellText shown;
    private final CellText pasted;
    private final NumberFormat percent;
    private final NumberFormat tick;
    private final DateTimeFormatter month;

    /// @param zone of the report
    ChartText(Words words, ZoneId zone) {
        this.words = words;
        this.zone = zone;
        shown = CellText.shown(words, zone);
        pasted = CellText.pasted(words, zone);
        percent = NumberFormat.getPercentInstance(words.locale());
        percent.setMaximumFractionDigits(1);
        tick = NumberFormat.getNumberInstance(words.locale());
        tick.setMaximumFractionDigits(AVERAGE_DECIMALS);
        month = DateTimeFormatter.ofPattern("LLL uuuu", words.locale());
    }

    private static String key(String prefix, Enum<?> value) {
        return prefix + value.name().toLowerCase(Locale.ROOT);
    }

    /// The question that a chart answers.
    String title(Chart chart) {
        return words.text(key("charts.title.", chart));
    }

    /// What is drawn, in which unit, and what stands together.
    String subtitle(ChartTable table) {
        var of = table.chart() == Chart.TIMES ? zone.getId() : table.currency();
        var drawn = words.text(key("charts.subtitle.", table.chart()), of);
        return Stream.concat(table.lines().stream(), table.series().stream())
                .filter(ChartPart.Others.class::isInstance)
                .map(others -> ((ChartPart.Others) others).texts().size())
                .findFirst()
                .map(number -> drawn + " · " + words.text("charts.othersTogether", number))
                .orElse(drawn);
    }

    /// What the axis of the figures says: with its unit.
    String axis(ChartTable table) {
        return switch (table.chart()) {
            case PAYERS, GROSS -> named(Measure.GROSS, table.currency());
            case ENERGY -> named(Measure.ENERGY, "");
            case PRICES -> words.text("charts.axis.prices", table.currency());
            case NETWORKS -> words.text("charts.axis.networks");
            case TIMES -> named(Measure.SESSIONS, "");
        };
    }

    private String named(Measure measure, String currency) {
        return words.text(key("charts.measure.", measure), currency);
    }

    /// How many of the visible rows are not drawn, and why; empty if all are.
    String note(ChartTable table) {
        return new TreeMap<>(table.leftOut())
                .entrySet().stream()
                        .map(
                                left ->
                                        words.text(
                                                key("charts.left.", left.getKey()),
                                                left.getValue()))
                        .collect(Collectors.joining(" · "));
    }

    String part(ChartPart part, String currency) {
        return switch (part) {
            case ChartPart.Value(var column, var text) ->
                    switch (column) {
                        case MONTH -> month(text);
                        default -> text.isEmpty() ? words.text("filter.notGiven") : text;
                    };
            case ChartPart.Others(_, var texts) -> words.text("charts.others", texts.size());
            case ChartPart.Day(var day) ->
                    day.getDisplayName(TextStyle.SHORT_STANDALONE, words.locale());
            case ChartPart.Hour(var hour) -> String.format(Locale.ROOT, "%02d", hour);
            case ChartPart.Of(var measure) -> named(measure, currency);
        };
    }

    private String month(String text) {
        try {
            return text.isEmpty()
                    ? words.text("filter.notGiven")
                    : month.format(YearMonth.parse(text));
        } catch (DateTimeParseException _) {
            // As it was told.
            return text;
        }
    }

    /// A figure as it is read; nothing if there is none.
    String figure(ChartTable table, int line, int part) {
        return figure(table, line, part, shown);
    }

    private String figure(ChartTable table, int line, int part, CellText texts) {
        return table.at(line, part)
                .map(
                        figure ->
                                switch (table.measure(line, part)) {
                                    case GROSS ->
                                            texts.money(Amount.exactly(figure), table.currency());
                                    case NET_PER_KWH, GROSS_PER_KWH ->
                                            texts.money(Amount.exactly(figure), AVERAGE_DECIMALS);
                                    case ENERGY ->
                                            texts.kilowattHours(
                                                    figure.movePointRight(3).longValueExact());
                                    case SESSIONS -> whole(figure, texts);
                                })
                .orElse("");
    }

    private String whole(BigDecimal figure, CellText texts) {
        return texts == pasted ? figure.toPlainString() : words.whole(figure.longValueExact());
    }

    /// A mark of a chart in one sentence: what it stands for, and its figure.
    String sentence(ChartTable table, int line, int part) {
        var unit =
                switch (table.measure(line, part)) {
                    case GROSS -> table.currency();
                    case ENERGY -> "kWh";
                    case NET_PER_KWH, GROSS_PER_KWH -> table.currency() + "/kWh";
                    case SESSIONS -> words.text("totals.sessions");
                };
        var figure = figure(table, line, part) + "\u00a0" + unit;
        var share =
                table.chart() == Chart.NETWORKS
                        ? share(table, line, part).map(of -> " (" + percent(of) + ")").orElse("")
                        : "";
        return words.text(
                "charts.mark",
                part(table.lines().get(line), table.currency()),
                part(table.series().get(part), table.currency()),
                figure + share);
    }

    /// What part of its line a figure is, of one; nothing if the line does not add up to more than
    /// nothing.
    static Optional<BigDecimal> share(ChartTable table, int line, int part) {
        var sum =
                table.figures().get(line).stream()
                        .flatMap(Optional::stream)
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        return sum.signum() <= 0
                ? Optional.empty()
                : table.at(line, part)
                        .map(figure -> figure.divide(sum, SHARE_SCALE, RoundingMode.HALF_UP));
    }

    String percent(BigDecimal share) {
        return percent.format(share);
    }

    /// What the lines are.
    String subject(ChartTable table) {
        return switch (table.chart()) {
            case PAYERS, PRICES -> words.title(ReportColumn.PROVIDER_ID);
            case GROSS, ENERGY -> words.title(ReportColumn.MONTH);
            case NETWORKS -> words.text("charts.sum");
            case TIMES -> words.text("charts.hour");
        };
    }

    /// A figure, or that there is none; with its share where shares are drawn.
    String shownInTable(ChartTable table, int line, int part) {
        var figure = figure(table, line, part);
        if (figure.isEmpty()) {
            return words.text("cell.missing");
        }
        return table.chart() == Chart.NETWORKS
                ? figure
                        + share(table, line, part)
                                .map(share -> " (" + percent(share) + ")")
                                .orElse("")
                : figure;
    }

    /// A figure at an axis.
    String tick(Number figure) {
        return tick.format(figure);
    }

    String whole(long number) {
        return words.whole(number);
    }

    String text(String key, Object... arguments) {
        return words.text(key, arguments);
    }

    /// All figures for a spreadsheet: tab-separated, with titles.
    String pasted(ChartTable table) {
        var text = new StringBuilder();
        var titles = new ArrayList<>(List.of(title(table.chart())));
        table.series().forEach(part -> titles.add(part(part, table.currency())));
        text.append(String.join("\t", titles));
        for (var line = 0; line < table.lines().size(); line++) {
            text.append('\n').append(part(table.lines().get(line), table.currency()));
            for (var part = 0; part < table.series().size(); part++) {
                text.append('\t').append(figure(table, line, part, pasted));
            }
        }
        return text.toString();
    }
}
