package org.roamledger.ui.filter;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

import org.jspecify.annotations.Nullable;
import org.roamledger.report.FirstInOrder;

import java.util.Comparator;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// A field for a list that may be very long. A text area lays out all of its lines, for seconds if
/// there are a hundred thousand: of a long list only the beginning is shown, to be read and
/// replaced, while all of it counts.
final class PasteArea extends TextArea {

    /// In characters. More is a list that nobody edits by hand.
    private static final int LONG = 20_000;

    private static final int SHOWN = 100;
    private static final String MORE = "\n…";

    private final ReadOnlyBooleanWrapper isLong = new ReadOnlyBooleanWrapper();
    private @Nullable Supplier<String> whole;

    PasteArea() {
        addEventFilter(
                KeyEvent.KEY_PRESSED,
                event -> {
                    var empties =
                            event.getCode() == KeyCode.DELETE
                                    || event.getCode() == KeyCode.BACK_SPACE;
                    if (isLong.get() && empties) {
                        edit("");
                        event.consume();
                    }
                });
    }

    /// Shows texts in order, a line each.
    ///
    /// @param texts never change
    void show(Set<String> texts) {
        var order = Comparator.<String>naturalOrder();
        var length = texts.stream().mapToLong(String::length).sum();
        if (length > LONG) {
            hold(() -> String.join("\n", texts), FirstInOrder.of(texts, order, SHOWN));
        } else {
            edit(
                    texts.stream()
                            .filter(text -> !text.isEmpty())
                            .sorted(order)
                            .collect(Collectors.joining("\n")));
        }
    }

    /// Replaces a long list, and is replaced by one.
    @Override
    public void paste() {
        var pasted = Clipboard.getSystemClipboard().getString();
        if (pasted != null && pasted.length() > LONG) {
            hold(() -> pasted, pasted.lines().limit(SHOWN).toList());
            return;
        }
        if (isLong.get()) {
            edit("");
        }
        super.paste();
    }

    private void hold(Supplier<String> text, Iterable<String> beginning) {
        whole = text;
        isLong.set(true);
        setEditable(false);
        var shown = String.join("\n", beginning);
        // It may be one line.
        setText(shown.substring(0, Math.min(shown.length(), LONG)) + MORE);
    }

    private void edit(String text) {
        whole = null;
        isLong.set(false);
        setEditable(true);
        setText(text);
    }

    /// All of the list. What it hands out may be asked on any thread.
    Supplier<String> whole() {
        if (whole != null) {
            return whole;
        }
        var text = getText();
        return () -> text;
    }

    /// Whether only the beginning is shown.
    ReadOnlyBooleanProperty isLong() {
        return isLong.getReadOnlyProperty();
    }
}
