package org.roamledger.ui.settlement;

import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;
import org.roamledger.report.Condition;
import org.roamledger.ui.base.Words;

/// What a group is called, as far to the right as it is deep, with a mark that opens it.
final class NameCell extends TableCell<Line, Line> {

    private static final double STEP = 18;
    private static final double MARK = 22;
    private static final PseudoClass MISSING = PseudoClass.getPseudoClass("missing");

    private final SettlementText text;
    private final Words words;
    private final FontIcon icon = new FontIcon(Material2MZ.NAVIGATE_NEXT);
    private final Label name = new Label();
    private final StackPane mark = new StackPane(icon);
    private final HBox box = new HBox(mark, name);

    NameCell(SettlementModel model, SettlementText text, Words words) {
        this.text = text;
        this.words = words;
        mark.setMinWidth(MARK);
        mark.setPrefWidth(MARK);
        mark.addEventHandler(
                MouseEvent.MOUSE_PRESSED,
                event -> {
                    if (getItem() != null && getItem().hasGroups()) {
                        model.toggle(getItem());
                        event.consume();
                    }
                });
        box.setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("group-name");
    }

    @Override
    protected void updateItem(@Nullable Line line, boolean empty) {
        super.updateItem(line, empty);
        setText(null);
        if (line == null || empty) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        var said =
                line.isTotal()
                        ? words.text("settlement.total")
                        : text.name(line.group().column(), line.group().condition());
        name.setText(line.isFirst() ? said : "");
        pseudoClassStateChanged(
                MISSING, !line.isTotal() && line.group().condition() instanceof Condition.Missing);
        icon.setVisible(line.hasGroups() && line.isFirst());
        icon.setIconCode(line.isOpen() ? Material2AL.EXPAND_MORE : Material2MZ.NAVIGATE_NEXT);
        box.setPadding(new Insets(0, 0, 0, STEP * line.depth()));
        setGraphic(box);
        setAccessibleText(spoken(line, said));
    }

    private String spoken(Line line, String said) {
        if (!line.hasGroups()) {
            return said;
        }
        return words.text(line.isOpen() ? "settlement.open" : "settlement.closed", said);
    }
}
