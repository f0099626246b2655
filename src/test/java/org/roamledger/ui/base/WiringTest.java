package org.roamledger.ui.base;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.beans.property.SimpleIntegerProperty;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

class WiringTest {

    private final Wiring wiring = new Wiring();
    private final SimpleIntegerProperty outer = new SimpleIntegerProperty(1);
    private final SimpleIntegerProperty inner = new SimpleIntegerProperty(1);
    private final List<String> told = new ArrayList<>();

    @Test
    void nobodyIsToldAnythingAfterTheEnd() {
        wiring.follow(outer, value -> told.add("outer " + value));
        wiring.onChange(inner, () -> told.add("inner"));
        wiring.atClose(() -> told.add("closed"));
        wiring.close();
        change();
        assertThat(told).containsExactly("outer 1", "closed");
    }

    @Test
    void whoFollowsSomethingWhileBeingToldIsLetGoOfToo() {
        wiring.follow(
                outer, _ -> wiring.follow(inner, value -> told.add("inner " + value.intValue())));
        wiring.close();
        change();
        assertThat(told).containsExactly("inner 1");
    }

    private void change() {
        outer.set(2);
        inner.set(2);
    }
}
