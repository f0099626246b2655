package org.roamledger.ui.shell;

import javafx.beans.property.Property;
import javafx.beans.value.ObservableValue;

import org.roamledger.ui.base.Command;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// What each [Command] does in this window.
///
/// Confined to the screen thread.
final class Commands {

    private final Map<Command, Runnable> actions = new EnumMap<>(Command.class);
    private final Map<Command, Property<Boolean>> switches = new EnumMap<>(Command.class);
    private final Map<Command, ObservableValue<Offer>> offers = new EnumMap<>(Command.class);

    /// What a command would do now.
    record Offer(String words, boolean possible) {}

    void put(Command command, Runnable action) {
        actions.put(command, action);
    }

    /// A command that is not always possible, and says what it would do now.
    void put(Command command, Runnable action, ObservableValue<Offer> offer) {
        actions.put(command, action);
        offers.put(command, offer);
    }

    /// A command that switches something on and off.
    void put(Command command, Property<Boolean> state) {
        switches.put(command, state);
        actions.put(command, () -> state.setValue(!state.getValue()));
    }

    /// What a command would do now; nothing for one that always does the same.
    Optional<ObservableValue<Offer>> offer(Command command) {
        return Optional.ofNullable(offers.get(command));
    }

    /// Whether there is something that a command would do now.
    boolean isPossible(Command command) {
        var offer = offers.get(command);
        return offer == null || offer.getValue().possible();
    }

    /// What can be done in this window; the sample, say, is not always there.
    Set<Command> offered() {
        return Set.copyOf(actions.keySet());
    }

    /// The state of a command that switches something.
    Optional<Property<Boolean>> state(Command command) {
        return Optional.ofNullable(switches.get(command));
    }

    void run(Command command) {
        Objects.requireNonNull(actions.get(command), command::name).run();
    }
}
