package org.roamledger.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.roamledger.ui.shell.Frame.Screen;

import java.util.List;

class FrameTest {

    private static final Screen FIRST = new Screen(0, 0, 1920, 1040);
    private static final Screen LEFT = new Screen(-1280, 0, 1280, 720);

    @ParameterizedTest
    @ValueSource(strings = {"10,20,1440,900,", "-1270,0,1280,720,maximised"})
    void aFrameIsReadAsItWasWritten(String text) {
        assertThat(Frame.of(text).orElseThrow().text()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "10,20,1440", "a,b,c,d,", "1,2,-3,4,", "9999999999,2,3,4,"})
    void whatIsNoFrameIsNone(String text) {
        assertThat(Frame.of(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        // where it was
        "'10,20,1440,900,', '10,20,1440,900,'",
        "'-1200,10,1000,600,maximised', '-1200,10,1000,600,maximised'",
        // partly beside the screen
        "'1500,500,1440,900,', '480,140,1440,900,'",
        // larger than the screen
        "'0,0,4000,3000,', '0,0,1920,1040,'",
        // its screen is gone, or its title is above all screens
        "'3000,100,1440,900,', '240,70,1440,900,'",
        "'100,-500,1440,900,maximised', '240,70,1440,900,maximised'",
        "'100,1030,1440,900,', '240,70,1440,900,'"
    })
    void aWindowIsWhereAPersonFindsIt(String left, String found) {
        assertThat(Frame.of(left).orElseThrow().within(List.of(FIRST, LEFT)).text())
                .isEqualTo(found);
    }

    @Test
    void onASmallerScreenItIsAsLargeAsThat() {
        assertThat(new Frame(2000, 100, 1440, 900, false).within(List.of(LEFT)))
                .isEqualTo(new Frame(-1280, 0, 1280, 720, false));
    }
}
