package org.roamledger.ui.report;

import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;
import org.roamledger.report.ReportParameters;
import org.roamledger.session.ReportColumn;
import org.roamledger.ui.base.CellText;
import org.roamledger.ui.base.Words;

import java.util.function.Supplier;

/// One value. What is missing is a dash and never a zero; what is taken back says so in words.
final class SessionCell extends TableCell<Rows.Row, Rows.Row> {

    private static final PseudoClass MISSING = PseudoClass.getPseudoClass("missing");
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
    private static final PseudoClass SUSPICIOUS = PseudoClass.getPseudoClass("suspicious");

    private final ReportColumn column;
    private final Supplier<CellText> texts;
    private final Words words;
    private @Nullable Marks marks;
    private @Nullable Tooltip tip;
    private final String noTransaction;
    private final String dash;
    private final String missingName;

    /// @param current column that is marked in the row with the focus
    SessionCell(
            ReportColumn column,
            Supplier<CellText> texts,
            ObservableValue<ReportColumn> current,
            Words words) {
        this.column = column;
        this.texts = texts;
        this.words = words;
        this.noTransaction = words.text("cell.noTransactionId");
        // That nothing was found is nothing missing.
        var isFindings = column == ReportColumn.FINDINGS;
        this.dash = isFindings ? "" : words.text("cell.missing");
        this.missingName =
                isFindings
                        ? words.conditions(ReportParameters.USUAL_ZONE).value(column, "")
                        : words.text("cell.missing.name");
        setContentDisplay(ContentDisplay.RIGHT);
        current.subscribe(now -> pseudoClassStateChanged(CURRENT, now == column));
    }

    /// What stands behind a text; only few cells ever have one, so few make it.
    private static final class Marks extends HBox {

        private final Label credit;
        private final Label changed = new Label(null, new FontIcon(Material2AL.HISTORY));
        private final String changedName;

        Marks(Words words) {
            super(6);
            credit = new Label(words.text("cell.credit"), new FontIcon(Material2MZ.UNDO));
            credit.getStyleClass().add("credit-tag");
            changedName = words.text("cell.changed");
            changed.getStyleClass().add("changed-mark");
            changed.setTooltip(new Tooltip(changedName));
            setAlignment(Pos.CENTER_LEFT);
        }

        void show(boolean isChanged, boolean isCredit) {
            getChildren().clear();
            if (isChanged) {
                getChildren().add(changed);
            }
            if (isCredit) {
                getChildren().add(credit);
            }
        }
    }

    ReportColumn column() {
        return column;
    }

    @Override
    protected void updateItem(Rows.Row row, boolean empty) {
        super.updateItem(row, empty);
        if (empty || row == null) {
            setText(null);
            setGraphic(null);
            setAccessibleText(null);
            pseudoClassStateChanged(MISSING, false);
            pseudoClassStateChanged(SUSPICIOUS, false);
            explain(null);
            return;
        }
        var text = texts.get().of(row.report(), column, row.number());
        var missing = text.isEmpty();
        var suspicious = missing && column == ReportColumn.TRANSACTION_ID;
        setText(suspicious ? noTransaction : missing ? dash : text);
        var asOf = asOf(row);
        explain(asOf);
        setAccessibleText(asOf != null ? asOf : missing ? missingName : getText());
        pseudoClassStateChanged(MISSING, missing && !suspicious);
        pseudoClassStateChanged(SUSPICIOUS, suspicious);
        setGraphic(column == ReportColumn.CDR_ID ? marks(row) : null);
    }

    private void explain(@Nullable String more) {
        if (more == null) {
            setTooltip(null);
            return;
        }
        if (tip == null) {
            tip = new Tooltip();
        }
        tip.setText(more);
        setTooltip(tip);
    }

    private @Nullable Node marks(Rows.Row row) {
        var isChanged = row.report().isChanged(row.number());
        var isCredit = row.report().isCredit(row.number());
        if (!isChanged && !isCredit) {
            return null;
        }
        if (marks == null) {
            marks = new Marks(words);
        }
        marks.show(isChanged, isCredit);
        if (isChanged) {
            setAccessibleText(getText() + ", " + marks.changedName);
        }
        return marks;
    }

    /// Settings of a station are told with the time at which they were read.
    private @Nullable String asOf(Rows.Row row) {
        var isSetting = column == ReportColumn.ACCESS || column == ReportColumn.FREE_USAGE;
        if (!isSetting || row.report().column(ReportColumn.SETTING_AS_OF).isMissing(row.number())) {
            return null;
        }
        return words.text(
                "cell.asOf",
                getText(),
                texts.get().of(row.report(), ReportColumn.SETTING_AS_OF, row.number()));
    }
}
