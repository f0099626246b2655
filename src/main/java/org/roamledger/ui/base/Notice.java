package org.roamledger.ui.base;

import org.roamledger.problem.Problem;

import java.util.ArrayList;
import java.util.List;

/// Something a person is told once, in passing.
///
/// @param level how it looks
/// @param key key of its words
/// @param arguments what the words are filled with
/// @param problems what went wrong, told below the words
/// @param offers what can be done about it, the usual first
public record Notice(
        Level level,
        String key,
        List<Object> arguments,
        List<Problem> problems,
        List<Offer> offers) {

    /// How much it matters.
    public enum Level {
        DONE,
        HINT,
        FAILED
    }

    /// Something to do, behind a button.
    ///
    /// @param key key of the button's words
    public record Offer(String key, Runnable action) {}

    public Notice {
        arguments = List.copyOf(arguments);
        problems = List.copyOf(problems);
        offers = List.copyOf(offers);
    }

    public static Notice done(String key, Object... arguments) {
        return new Notice(Level.DONE, key, List.of(arguments), List.of(), List.of());
    }

    public static Notice hint(String key, Object... arguments) {
        return new Notice(Level.HINT, key, List.of(arguments), List.of(), List.of());
    }

    /// Work that a person stopped is a hint, all else a failure.
    public static Notice failed(String key, Problem problem) {
        return problem instanceof Problem.Cancelled
                ? hint("notice.cancelled")
                : new Notice(Level.FAILED, key, List.of(), List.of(problem), List.of());
    }

    /// The same with one more thing to do.
    public Notice offering(Offer added) {
        var all = new ArrayList<>(offers);
        all.add(added);
        return new Notice(level, key, arguments, problems, all);
    }

    /// The same with what a person should know besides; good news with a warning is a hint.
    public Notice warning(List<Problem> warnings) {
        if (warnings.isEmpty()) {
            return this;
        }
        var all = new ArrayList<>(problems);
        all.addAll(warnings);
        return new Notice(level == Level.DONE ? Level.HINT : level, key, arguments, all, offers);
    }
}
