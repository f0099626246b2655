package org.roamledger.ui.settlement;

import javafx.css.PseudoClass;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;

import org.jspecify.annotations.Nullable;
import org.roamledger.report.SettlementColumn;

/// A figure, or the currency. What no row says is a dash that tells why, and never a zero.
final class FigureCell extends TableCell<Line, Line> {

    private static final PseudoClass MISSING = PseudoClass.getPseudoClass("missing");
    private static final PseudoClass SUSPICIOUS = PseudoClass.getPseudoClass("suspicious");

    private final SettlementText text;
    private final @Nullable SettlementColumn column;

    /// @param column absent for the currency
    FigureCell(SettlementText text, @Nullable SettlementColumn column) {
        this.text = text;
        this.column = column;
    }

    @Override
    protected void updateItem(@Nullable Line line, boolean empty) {
        super.updateItem(line, empty);
        if (line == null || empty) {
            show("", null, false, false);
            return;
        }
        var figures = line.figures();
        if (column == null) {
            show(text.currency(figures), null, figures.currency().isEmpty(), false);
            return;
        }
        var figure = text.figure(column, figures);
        if (figure.isEmpty()) {
            show(text.none(column), text.whyNone(column), true, false);
            return;
        }
        var gaps =
                switch (column) {
                    case WITHOUT_PRICE -> figures.sums().withoutPrice() > 0;
                    case WITHOUT_VAT -> figures.sums().withoutVat() > 0;
                    case WITH_FINDINGS -> figures.withFindings() > 0;
                    default -> false;
                };
        show(figure, null, false, gaps);
    }

    private void show(String shown, @Nullable String why, boolean missing, boolean suspicious) {
        setText(shown);
        setTooltip(why == null ? null : new Tooltip(why));
        setAccessibleText(why == null ? shown : why);
        pseudoClassStateChanged(MISSING, missing);
        pseudoClassStateChanged(SUSPICIOUS, suspicious);
    }
}
