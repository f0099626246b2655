package org.roamledger.ui.settlement;

import atlantafx.base.theme.Styles;

import javafx.beans.binding.Bindings;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Separator;
import javafx.scene.control.Tooltip;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;
import org.roamledger.document.Printers.Printer;
import org.roamledger.ui.base.DialogFrame;
import org.roamledger.ui.base.DirectScrollPane;
import org.roamledger.ui.base.Form;
import org.roamledger.ui.base.Notice;
import org.roamledger.ui.base.Wiring;
import org.roamledger.ui.base.Words;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/// The pages of a settlement document, as they will be in the file and on paper.
public final class PreviewDialog extends Dialog<@Nullable Void> {

    private static final double WIDTH = 1120;
    private static final double HEIGHT = 640;
    private static final double MARGIN = 48;

    private static final double USE_PREF = Region.USE_PREF_SIZE;

    /// Logical pixels for a point at 100 %.
    private static final double WHOLE = 96.0 / 72;

    private final PreviewModel model;
    private final Words words;
    private final Wiring wiring = new Wiring();
    private final ImageView image = new ImageView();
    private final ScrollPane scroll = new DirectScrollPane(new StackPane(image));
    private final Label place = new Label();
    private final Label zoom = new Label();
    private final Label told = new Label();
    private final Button print;

    /// @param toSave asks where the file is to be, by a name to begin with
    public PreviewDialog(
            PreviewModel model,
            Function<String, Optional<Path>> toSave,
            Words words,
            Window owner) {
        this.model = model;
        this.words = words;
        DialogFrame.set(this, owner, words.text("preview.title"), words);
        setResizable(true);
        print = button("preview.print", Material2MZ.PRINT, this::print);
        print.disableProperty()
                .bind(
                        model.paper()
                                .isNull()
                                .or(model.busy())
                                .or(
                                        Bindings.createBooleanBinding(
                                                () -> printers().isEmpty(), model.printers())));
        var save =
                button(
                        "preview.save",
                        Material2MZ.SAVE_ALT,
                        () -> toSave.apply(model.name()).ifPresent(model::save));
        save.getStyleClass().add(Styles.ACCENT);
        save.disableProperty().bind(model.paper().isNull().or(model.busy()));
        var content = new VBox(bar(save), page(), told);
        content.getStyleClass().add("preview");
        getDialogPane().setContent(content);
        getDialogPane().getStyleClass().add("wide-dialog");
        getDialogPane().setPrefSize(WIDTH, HEIGHT);
        getDialogPane().addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        follow();
        setOnShown(_ -> shown());
        setOnHidden(
                _ -> {
                    wiring.close();
                    model.close();
                });
    }

    private HBox bar(Button save) {
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        place.setMinWidth(USE_PREF);
        place.setId("preview-place");
        zoom.setMinWidth(52);
        zoom.setAlignment(Pos.CENTER);
        var bar =
                new HBox(
                        4,
                        icon("preview.first", Material2AL.FIRST_PAGE, () -> model.turnTo(0)),
                        icon("preview.before", Material2MZ.NAVIGATE_BEFORE, () -> model.turn(-1)),
                        place,
                        icon("preview.next", Material2MZ.NAVIGATE_NEXT, () -> model.turn(1)),
                        icon(
                                "preview.last",
                                Material2AL.LAST_PAGE,
                                () -> model.turnTo(Integer.MAX_VALUE)),
                        new Separator(Orientation.VERTICAL),
                        icon("preview.reduce", Material2MZ.ZOOM_OUT, model::reduce),
                        zoom,
                        icon("preview.enlarge", Material2MZ.ZOOM_IN, model::enlarge),
                        icon("preview.fit", Material2MZ.SETTINGS_OVERSCAN, this::fit),
                        new Separator(Orientation.VERTICAL),
                        language(),
                        sessions(),
                        space,
                        print,
                        save);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("preview-bar");
        return bar;
    }

    private ComboBox<Locale> language() {
        var language = new ComboBox<Locale>();
        language.setId("preview-language");
        language.setAccessibleText(words.text("preview.language"));
        language.setTooltip(new Tooltip(words.text("preview.language")));
        language.getItems().setAll(Words.LANGUAGES);
        language.setMinWidth(USE_PREF);
        Form.name(language, of -> of.getDisplayLanguage(words.locale()));
        wiring.follow(
                model.options(),
                options -> language.setValue(Locale.of(options.language().getLanguage())));
        language.setOnAction(_ -> model.speak(language.getValue()));
        return language;
    }

    private CheckBox sessions() {
        var sessions = new CheckBox(words.text("preview.sessions"));
        sessions.setId("preview-sessions");
        sessions.setMnemonicParsing(true);
        sessions.setMinWidth(USE_PREF);
        sessions.setTooltip(new Tooltip(words.text("preview.sessions.hint")));
        wiring.follow(model.options(), options -> sessions.setSelected(options.withSessions()));
        sessions.setOnAction(_ -> model.listSessions(sessions.isSelected()));
        return sessions;
    }

    private ScrollPane page() {
        scroll.setId("preview-page");
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setPannable(true);
        scroll.setFocusTraversable(true);
        scroll.getStyleClass().add("preview-page");
        // Not "sheet", as that is what holds the rows of every list and table.
        image.getStyleClass().add("preview-sheet");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        told.setId("preview-told");
        told.setWrapText(true);
        told.setMinHeight(USE_PREF);
        told.managedProperty().bind(told.textProperty().isNotEmpty());
        told.getStyleClass().add("preview-told");
        return scroll;
    }

    private void follow() {
        wiring.follow(model.drawn(), this::show);
        wiring.onChange(model.page(), () -> scroll.setVvalue(0));
        wiring.follow(model.zoom(), now -> zoom.setText(Math.round(now / WHOLE * 100) + "\u00a0%"));
        wiring.follow(model.told(), this::tell);
        wiring.onChange(model.printers(), () -> tell(model.told().get()));
    }

    private void show(PreviewModel.@Nullable Drawn drawn) {
        var paper = model.paper().get();
        if (drawn == null || paper == null) {
            place.setText(words.text("preview.making"));
            image.setImage(null);
            return;
        }
        var picture = drawn.picture();
        var pixels = new WritableImage(picture.width(), picture.height());
        pixels.getPixelWriter()
                .setPixels(
                        0,
                        0,
                        picture.width(),
                        picture.height(),
                        PixelFormat.getIntArgbInstance(),
                        picture.argb(),
                        0,
                        picture.width());
        image.setImage(pixels);
        image.setFitWidth(drawn.width());
        image.setFitHeight(drawn.height());
        place.setText(words.text("preview.page", model.page().get() + 1, paper.pages()));
        image.setAccessibleText(place.getText());
        scroll.setAccessibleText(place.getText());
    }

    private void tell(@Nullable Notice notice) {
        told.getStyleClass().remove("field-problem");
        if (notice != null) {
            var said = new StringBuilder(words.text(notice.key(), notice.arguments().toArray()));
            notice.problems().forEach(problem -> said.append(' ').append(words.problem(problem)));
            told.setText(said.toString());
            if (notice.level() == Notice.Level.FAILED) {
                told.getStyleClass().add("field-problem");
            }
        } else {
            var known = model.printers().get();
            told.setText(known != null && known.isEmpty() ? words.text("preview.noPrinter") : "");
        }
    }

    private List<Printer> printers() {
        var known = model.printers().get();
        return known == null ? List.of() : known;
    }

    private void shown() {
        model.sharpenTo(getDialogPane().getScene().getWindow().getOutputScaleX());
        fit();
        scroll.requestFocus();
    }

    /// As wide as the window.
    private void fit() {
        var paper = model.paper().get();
        var width = paper == null ? 842 : paper.width(model.page().get());
        model.zoomTo((scroll.getWidth() - MARGIN) / width);
    }

    private void print() {
        var paper = model.paper().get();
        if (paper == null) {
            return;
        }
        var dialog =
                new PrintDialog(
                        printers(),
                        paper.pages(),
                        model::askAndPrint,
                        words,
                        getDialogPane().getScene().getWindow());
        dialog.setOnHidden(
                _ -> {
                    var order = dialog.getResult();
                    if (order != null) {
                        model.print(order);
                    }
                });
        dialog.show();
    }

    private void pressed(KeyEvent event) {
        switch (event.getCode()) {
            case PAGE_DOWN -> model.turn(1);
            case PAGE_UP -> model.turn(-1);
            case HOME -> model.turnTo(0);
            case END -> model.turnTo(Integer.MAX_VALUE);
            case PLUS, ADD, EQUALS -> model.enlarge();
            case MINUS, SUBTRACT -> model.reduce();
            case DIGIT0, NUMPAD0 -> fit();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private Button icon(String key, Ikon icon, Runnable action) {
        var button = button(key, icon, action);
        button.setAccessibleText(words.text(key));
        button.setTooltip(new Tooltip(words.text(key)));
        button.setText(null);
        button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
        return button;
    }

    private Button button(String key, Ikon icon, Runnable action) {
        var button = new Button(words.text(key), new FontIcon(icon));
        button.setId(key.replace('.', '-'));
        button.setMnemonicParsing(true);
        button.setMinWidth(USE_PREF);
        button.setOnAction(_ -> action.run());
        return button;
    }
}
