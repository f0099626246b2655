package org.roamledger.ui.settlement;

import org.roamledger.report.Settlement;
import org.roamledger.report.SettlementColumn;
import org.roamledger.session.ReportColumn;
import org.roamledger.ui.base.CellText;
import org.roamledger.ui.base.Words;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/// Lines of a settlement as tab-separated text for the clipboard, with a line of titles and a
/// column for each level.
final class CopiedLines {

    private CopiedLines() {}

    static String of(Settlement settlement, List<Line> lines, Words words) {
        var text = new SettlementText(words, CellText.pasted(words, ZoneOffset.UTC));
        text.of(settlement);
        var copied = new ArrayList<String>();
        copied.add(titles(settlement.levels(), words));
        for (var line : lines) {
            copied.add(cells(line, settlement.levels().size(), text, words));
        }
        return String.join("\n", copied);
    }

    private static String titles(List<ReportColumn> levels, Words words) {
        var titles = new ArrayList<String>();
        levels.forEach(level -> titles.add(words.title(level)));
        titles.add(words.text("totals.currency"));
        for (var column : SettlementColumn.values()) {
            titles.add(words.text(SettlementText.titleKey(column)));
        }
        return String.join("\t", titles);
    }

    private static String cells(Line line, int levels, SettlementText text, Words words) {
        var cells = new ArrayList<String>();
        for (var group : line.path()) {
            cells.add(CellText.harmless(text.name(group.column(), group.condition())));
        }
        if (line.isTotal()) {
            cells.add(words.text("settlement.total"));
        }
        while (cells.size() < Math.max(1, levels)) {
            cells.add("");
        }
        cells.add(text.currency(line.figures()));
        for (var column : SettlementColumn.values()) {
            cells.add(text.figure(column, line.figures()));
        }
        return String.join("\t", cells);
    }
}
