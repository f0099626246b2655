package org.roamledger.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.application.ColorScheme;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.roamledger.ui.shell.Look.Theme;

class SkinTest {

    @ParameterizedTest
    @CsvSource({
        "SYSTEM, LIGHT, false, LIGHT",
        "SYSTEM, DARK, false, DARK",
        "SYSTEM, LIGHT, true, LIGHT_CONTRAST",
        "SYSTEM, DARK, true, DARK_CONTRAST",
        "LIGHT, DARK, true, LIGHT",
        "DARK, LIGHT, true, DARK",
        "HIGH_CONTRAST, LIGHT, false, LIGHT_CONTRAST",
        "HIGH_CONTRAST, DARK, false, DARK_CONTRAST",
    })
    void whatAPersonChoseCountsAndElseTheSystem(
            Theme chosen, ColorScheme system, boolean contrast, Skin expected) {
        assertThat(Skin.of(chosen, system, contrast)).isEqualTo(expected);
    }
}
