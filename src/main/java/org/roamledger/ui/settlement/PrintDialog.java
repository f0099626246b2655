package org.roamledger.ui.settlement;

import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.Spinner;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

import org.jspecify.annotations.Nullable;
import org.roamledger.ui.base.DialogFrame;
import org.roamledger.ui.base.Form;
import org.roamledger.ui.base.Words;

import java.util.List;

/// Asks on which printer, and how often.
final class PrintDialog extends Dialog<PrintDialog.@Nullable Choice> {

    private static final int MOST_COPIES = 99;

    /// What a person wants printed.
    record Choice(String printer, int copies) {}

    /// @param printers names; at least one, the preferred one first
    PrintDialog(List<String> printers, Words words, Window owner) {
        DialogFrame.set(this, owner, words.text("print.title"), words);
        var printer = new ComboBox<String>();
        printer.setId("print-printer");
        printer.getItems().setAll(printers);
        printer.getSelectionModel().selectFirst();
        printer.setMaxWidth(Double.MAX_VALUE);
        var copies = new Spinner<Integer>(1, MOST_COPIES, 1);
        copies.setId("print-copies");
        copies.setEditable(true);
        var go = new ButtonType(words.text("print.go"), ButtonBar.ButtonData.OK_DONE);
        getDialogPane().getButtonTypes().addFirst(go);
        var form =
                new VBox(
                        12,
                        Form.field(words, "print.printer", printer),
                        Form.field(words, "print.copies", copies));
        form.setPrefWidth(380);
        form.getStyleClass().add("source-form");
        getDialogPane().setContent(form);
        setResultConverter(
                pressed ->
                        pressed == go ? new Choice(printer.getValue(), copies.getValue()) : null);
    }
}
