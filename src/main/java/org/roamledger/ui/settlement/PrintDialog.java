package org.roamledger.ui.settlement;

import javafx.event.ActionEvent;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.Spinner;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

import org.jspecify.annotations.Nullable;
import org.roamledger.document.PrintOrder;
import org.roamledger.document.PrintOrder.Sides;
import org.roamledger.document.Printers.Printer;
import org.roamledger.ui.base.DialogFrame;
import org.roamledger.ui.base.Form;
import org.roamledger.ui.base.Words;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Asks on which printer, how often, which pages, and on which sides.
final class PrintDialog extends Dialog<@Nullable PrintOrder> {

    private static final int MOST_COPIES = 99;

    private final ComboBox<Printer> printer = new ComboBox<>();
    private final ComboBox<Sides> sides = new ComboBox<>();
    private final Spinner<Integer> copies;
    private final Spinner<Integer> first;
    private final Spinner<Integer> last;

    /// @param printers at least one, the preferred one first
    /// @param pages how many there are
    /// @param system asks by the system's dialog instead
    PrintDialog(
            List<Printer> printers,
            int pages,
            Consumer<PrintOrder> system,
            Words words,
            Window owner) {
        DialogFrame.set(this, owner, words.text("print.title"), words);
        copies = spinner("print-copies", MOST_COPIES, 1);
        first = spinner("print-first", pages, 1);
        last = spinner("print-last", pages, pages);
        printer.setId("print-printer");
        printer.getItems().setAll(printers);
        Form.name(printer, Printer::name);
        sides.setId("print-sides");
        Form.name(sides, side -> words.text("print.sides." + side.name().toLowerCase(Locale.ROOT)));
        printer.valueProperty().subscribe(this::offerSides);
        printer.getSelectionModel().selectFirst();
        var go = new ButtonType(words.text("print.go"), ButtonBar.ButtonData.OK_DONE);
        var other = new ButtonType(words.text("print.system"), ButtonBar.ButtonData.LEFT);
        getDialogPane().getButtonTypes().addAll(0, List.of(go, other));
        getDialogPane().setContent(form(words));
        getDialogPane().lookupButton(go).setId("print-go");
        var asking = getDialogPane().lookupButton(other);
        asking.setId("print-system");
        asking.addEventFilter(ActionEvent.ACTION, _ -> system.accept(order()));
        setResultConverter(pressed -> pressed == go ? order() : null);
    }

    private static Spinner<Integer> spinner(String id, int most, int value) {
        var spinner = new Spinner<Integer>(1, most, value);
        spinner.setId(id);
        spinner.setEditable(true);
        return spinner;
    }

    private VBox form(Words words) {
        var range =
                new HBox(
                        12,
                        Form.field(words, "print.first", first),
                        Form.field(words, "print.last", last),
                        Form.field(words, "print.copies", copies));
        range.getChildren().forEach(part -> HBox.setHgrow(part, Priority.ALWAYS));
        var form =
                new VBox(
                        12,
                        Form.field(words, "print.printer", printer),
                        range,
                        Form.field(words, "print.sides", sides));
        form.setPrefWidth(440);
        form.getStyleClass().add("source-form");
        return form;
    }

    private void offerSides(@Nullable Printer of) {
        var before = sides.getValue();
        var possible =
                Stream.of(Sides.values())
                        .filter(side -> of != null && of.sides().contains(side))
                        .toList();
        sides.getItems().setAll(possible);
        sides.setValue(possible.contains(before) ? before : Sides.ONE);
    }

    private PrintOrder order() {
        var from = first.getValue();
        return new PrintOrder(
                printer.getValue().name(),
                copies.getValue(),
                List.of(new PrintOrder.Range(from, Math.max(from, last.getValue()))),
                sides.getValue());
    }
}
