package org.roamledger.ui.base;

import org.jspecify.annotations.Nullable;

import java.util.Locale;

/// Everything that a person can do from anywhere in the window: the one list from which menus, the
/// command palette and the help are made.
///
/// The order of the constants is the order in the menus.
public enum Command {
    ADD_SOURCE(Menu.FILE, 0, "action.addSource", "Shortcut+N"),
    MANAGE_SOURCES(Menu.FILE, 0, "sources.manage", "Shortcut+D"),
    IMPORT(Menu.FILE, 0, "action.import", "Shortcut+I"),
    IMPORT_MAPPED(Menu.FILE, 0, "action.importMapped", "Shortcut+Shift+I"),
    SYNC(Menu.FILE, 0, "action.sync", "F5"),
    TRY_SAMPLE(Menu.FILE, 0, "action.trySample", null),
    USE_OWN_DATA(Menu.FILE, 0, "action.useOwnData", null),
    EXPORT(Menu.FILE, 1, "action.export", "Shortcut+E"),
    RECENT_EXPORTS(Menu.FILE, 1, "recent.open", "Shortcut+Shift+E"),
    PRINT_PREVIEW(Menu.FILE, 1, "action.printPreview", "Shortcut+P"),
    SETTLE_SELECTED(Menu.FILE, 1, "action.settleSelected", null),
    PARTNER_FILES(Menu.FILE, 1, "action.partnerFiles", "Shortcut+Alt+P"),
    EXPORT_CHART(Menu.FILE, 1, "action.exportChart", "Shortcut+Alt+E"),
    QUIT(Menu.FILE, 2, "action.quit", "Shortcut+Q"),

    UNDO(Menu.EDIT, 0, "action.undo", "Shortcut+Z"),
    REDO(Menu.EDIT, 0, "action.redo", "Shortcut+Y"),
    FIND(Menu.EDIT, 1, "action.find", "Shortcut+F"),
    CLEAR_FILTER(Menu.EDIT, 1, "action.clearFilter", "Shortcut+L"),
    // Without keys: Ctrl+A and Ctrl+C belong to the table, as a text field has its own use for
    // them.
    SELECT_ALL(Menu.EDIT, 2, "action.selectAll", null),
    COPY(Menu.EDIT, 2, "action.copy", null),
    COPY_WITHOUT_TITLES(Menu.EDIT, 2, "action.copyWithoutTitles", "Shortcut+Alt+C"),
    COPY_VALUE(Menu.EDIT, 2, "action.copyValue", "Shortcut+Shift+C"),

    SHOW_SESSIONS(Menu.VIEW, 0, "page.sessions", "Shortcut+1"),
    SHOW_SETTLEMENT(Menu.VIEW, 0, "page.settlement", "Shortcut+2"),
    SHOW_CHARTS(Menu.VIEW, 0, "page.charts", "Shortcut+3"),
    STATIONS(Menu.VIEW, 0, "stations.open", "Shortcut+O"),
    SHOW_FILTERS(Menu.VIEW, 1, "action.showFilters", "Shortcut+B"),
    SHOW_DETAILS(Menu.VIEW, 1, "action.showDetails", "Alt+Enter"),
    COLUMNS(Menu.VIEW, 1, "action.columns", "Shortcut+Shift+K"),
    COMPACT_ROWS(Menu.VIEW, 1, "action.compactRows", "Shortcut+Shift+D"),
    REJECTS(Menu.VIEW, 1, "action.rejects", "Shortcut+J"),
    RELOAD(Menu.VIEW, 1, "action.reload", "Shortcut+R"),

    SORT_BY(Menu.COLUMN, 0, "column.sortBy", "Alt+Up"),
    SORT_ALSO_BY(Menu.COLUMN, 0, "column.sortAlsoBy", "Alt+Shift+Up"),
    COLUMN_LEFT(Menu.COLUMN, 1, "column.left", "Alt+Left"),
    COLUMN_RIGHT(Menu.COLUMN, 1, "column.right", "Alt+Right"),
    COLUMN_NARROWER(Menu.COLUMN, 1, "column.narrower", "Alt+Shift+Left"),
    COLUMN_WIDER(Menu.COLUMN, 1, "column.wider", "Alt+Shift+Right"),
    PIN_COLUMNS(Menu.COLUMN, 2, "column.pin", "Shortcut+Shift+P"),
    HIDE_COLUMN(Menu.COLUMN, 2, "column.hide", "Shortcut+Shift+H"),
    RESET_COLUMNS(Menu.COLUMN, 2, "column.reset", null),
    COLUMN_MENU(Menu.COLUMN, 3, "column.menu", "Shift+F10"),

    SAVE_VIEW(Menu.VIEWS, 0, "views.save", "Shortcut+S"),
    SAVE_VIEW_AS(Menu.VIEWS, 0, "views.saveAs", "Shortcut+Shift+S"),
    MANAGE_VIEWS(Menu.VIEWS, 0, "views.manage", "Shortcut+Shift+V"),
    OPEN_VIEW_FILE(Menu.VIEWS, 1, "views.openFile", null),
    SAVE_VIEW_FILE(Menu.VIEWS, 1, "views.saveFile", null),
    STANDARD_VIEW(Menu.VIEWS, 2, "views.openStandard", "Shortcut+0"),

    PALETTE(Menu.TOOLS, 0, "action.palette", "Shortcut+K"),
    CONNECTION(Menu.TOOLS, 1, "action.connection", "Shortcut+T"),
    BACKUPS(Menu.TOOLS, 1, "action.backups", null),
    DOCUMENT_TERMS(Menu.TOOLS, 1, "action.documentTerms", "Shortcut+Shift+T"),

    HELP(Menu.HELP, 0, "action.help", "F1"),
    SUPPORT_ARCHIVE(Menu.HELP, 1, "action.supportArchive", null),
    OPEN_LOGS(Menu.HELP, 1, "action.openLogs", null),
    ABOUT(Menu.HELP, 2, "action.about", null);

    /// A menu of the menu bar.
    public enum Menu {
        FILE,
        EDIT,
        VIEW,
        COLUMN,
        VIEWS,
        TOOLS,
        HELP;

        public String wordsKey() {
            return "menu." + name().toLowerCase(Locale.ROOT);
        }
    }

    private final Menu menu;
    private final int group;
    private final String wordsKey;
    private final @Nullable String keys;

    Command(Menu menu, int group, String wordsKey, @Nullable String keys) {
        this.menu = menu;
        this.group = group;
        this.wordsKey = wordsKey;
        this.keys = keys;
    }

    public Menu menu() {
        return menu;
    }

    /// Where in its menu it stands; there is a line between two groups.
    public int group() {
        return group;
    }

    public String wordsKey() {
        return wordsKey;
    }

    /// The keys that do it, as [javafx.scene.input.KeyCombination] reads them; absent if none do.
    public @Nullable String keys() {
        return keys;
    }
}
