package org.roamledger.ui.base;

import javafx.scene.control.Skin;
import javafx.scene.control.TextInputControl;

import org.controlsfx.control.SearchableComboBox;

/// A choice from so many that one types what it contains.
public final class SearchableChoice<T> extends SearchableComboBox<T> {

    private final Words words;

    public SearchableChoice(Words words) {
        this.words = words;
    }

    /// The library's own prompt is English in all languages.
    @Override
    protected Skin<?> createDefaultSkin() {
        var skin = super.createDefaultSkin();
        for (var part : getChildren()) {
            if (part instanceof TextInputControl field) {
                field.setPromptText(words.text("choice.search"));
            }
        }
        return skin;
    }
}
