package org.roamledger.ui.help;

import org.roamledger.ui.base.Command;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// A page of the help.
public enum HelpTopic {
    SESSIONS(
            Command.FIND,
            Command.CLEAR_FILTER,
            Command.SHOW_FILTERS,
            Command.SHOW_DETAILS,
            Command.COLUMNS,
            Command.EXPORT),
    SETTLEMENT(
            Command.SHOW_SESSIONS,
            Command.SHOW_FILTERS,
            Command.CLEAR_FILTER,
            Command.PRINT_PREVIEW,
            Command.PARTNER_FILES,
            Command.DOCUMENT_TERMS),
    CHARTS(Command.SHOW_SESSIONS, Command.SHOW_FILTERS, Command.CLEAR_FILTER),
    STATIONS(Command.STATIONS, Command.FIND),
    SOURCES(Command.MANAGE_SOURCES, Command.ADD_SOURCE, Command.SYNC, Command.CONNECTION),
    REJECTS(Command.REJECTS),
    MAPPING(Command.IMPORT, Command.IMPORT_MAPPED),
    EXPORT(Command.EXPORT, Command.COLUMNS),
    KEYS(Command.values());

    @SuppressWarnings("ImmutableEnumChecker") // an unmodifiable list of constants
    private final List<Command> commands;

    HelpTopic(Command... commands) {
        this.commands = Arrays.stream(commands).filter(each -> each.keys() != null).toList();
    }

    /// What the page names the keys of.
    List<Command> commands() {
        return commands;
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
