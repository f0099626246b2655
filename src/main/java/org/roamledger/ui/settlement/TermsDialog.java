package org.roamledger.ui.settlement;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

import org.jspecify.annotations.Nullable;
import org.roamledger.problem.Problem;
import org.roamledger.report.DocumentTerms;
import org.roamledger.report.Letterhead;
import org.roamledger.ui.base.DialogFrame;
import org.roamledger.ui.base.Form;
import org.roamledger.ui.base.Words;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/// Asks who issues settlement documents, and how amounts are rounded.
public final class TermsDialog extends Dialog<@Nullable Void> {

    private static final double WIDTH = 560;
    private static final int ADDRESS_LINES = 3;

    private final TermsModel model;
    private final Words words;
    private final Supplier<Optional<Path>> askLogo;
    private final TextField name = new TextField();
    private final TextArea address = new TextArea();
    private final TextField vatId = new TextField();
    private final Label logoState = new Label();
    private final Button noLogo;
    private final RoundingPane rounding;
    private final Label problem = new Label();
    private byte @Nullable [] logo;

    /// @param askLogo asks for a picture
    public TermsDialog(
            TermsModel model, Supplier<Optional<Path>> askLogo, Words words, Window owner) {
        this.model = model;
        this.words = words;
        this.askLogo = askLogo;
        rounding = new RoundingPane(words);
        noLogo = button("files.none", "terms-no-logo", () -> show((byte[]) null));
        Form.dress(this, words, "terms.title", owner);
        name.setId("terms-name");
        address.setId("terms-address");
        address.setPrefRowCount(ADDRESS_LINES);
        vatId.setId("terms-vat-id");
        problem.setId("terms-problem");
        problem.setWrapText(true);
        problem.setMinHeight(Label.USE_PREF_SIZE);
        problem.getStyleClass().add("field-problem");
        problem.managedProperty().bind(problem.textProperty().isNotEmpty());
        getDialogPane().setContent(form());
        var keep = DialogFrame.keepOrCancel(this, "terms-keep", this::keep, words);
        // Before they are known there is nothing that could be kept.
        keep.setDisable(true);
        model.ask(
                terms -> {
                    keep.setDisable(false);
                    show(terms);
                },
                this::tell);
        setOnShown(_ -> name.requestFocus());
    }

    private Node form() {
        var choose = button("files.choose", "terms-logo", this::chooseLogo);
        logoState.setId("terms-logo-state");
        logoState.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(logoState, Priority.ALWAYS);
        var logoTitle = new Label(words.text("terms.logo"));
        logoTitle.getStyleClass().add("field-label");
        var choice = new HBox(8, logoState, choose, noLogo);
        choice.setAlignment(Pos.CENTER_LEFT);
        var logos = new VBox(4, logoTitle, choice);
        var ids = new HBox(12, Form.field(words, "terms.vatId", vatId), logos);
        ids.getChildren().forEach(part -> HBox.setHgrow(part, Priority.ALWAYS));
        var form =
                new VBox(
                        12,
                        Form.field(words, "terms.name", name),
                        Form.field(words, "terms.address", address),
                        ids,
                        rounding,
                        problem);
        form.setPrefWidth(WIDTH);
        form.getStyleClass().add("source-form");
        return form;
    }

    private Button button(String key, String id, Runnable action) {
        var button = new Button(words.text(key));
        button.setId(id);
        button.setMinWidth(Button.USE_PREF_SIZE);
        button.setOnAction(_ -> action.run());
        return button;
    }

    private void show(DocumentTerms terms) {
        var letterhead = terms.letterhead();
        name.setText(letterhead.name());
        address.setText(letterhead.address());
        vatId.setText(letterhead.vatId());
        show(letterhead.logo());
        rounding.show(terms.rounding());
    }

    private void chooseLogo() {
        problem.setText("");
        askLogo.get().ifPresent(file -> model.readLogo(file, this::show, this::tell));
    }

    private void show(byte @Nullable [] picture) {
        logo = picture;
        logoState.setText(words.text(picture == null ? "terms.noLogo" : "terms.hasLogo"));
        noLogo.setVisible(picture != null);
        noLogo.setManaged(picture != null);
    }

    private void tell(Problem refused) {
        problem.setText(words.problem(refused));
        Form.fit(this);
    }

    private void keep() {
        problem.setText("");
        model.keep(
                new DocumentTerms(
                        new Letterhead(name.getText(), address.getText(), vatId.getText(), logo),
                        rounding.rules()),
                this::close,
                this::tell);
    }
}
