package org.roamledger.ui.shell;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Dialog;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

import org.jspecify.annotations.Nullable;
import org.roamledger.problem.Problem;
import org.roamledger.ui.base.Command;
import org.roamledger.ui.base.DialogFrame;
import org.roamledger.ui.base.Notice;
import org.roamledger.ui.base.Wiring;
import org.roamledger.ui.base.Words;
import org.roamledger.ui.charts.ChartsPage;
import org.roamledger.ui.detail.DetailPane;
import org.roamledger.ui.exporting.ExportDialog;
import org.roamledger.ui.exporting.ExportModel;
import org.roamledger.ui.filter.ChipBar;
import org.roamledger.ui.filter.FilterPane;
import org.roamledger.ui.filter.HeaderFilter;
import org.roamledger.ui.filter.SearchField;
import org.roamledger.ui.help.AboutDialog;
import org.roamledger.ui.help.HelpTopic;
import org.roamledger.ui.help.HelpWindow;
import org.roamledger.ui.mapping.MappingDialog;
import org.roamledger.ui.mapping.MappingModel;
import org.roamledger.ui.palette.CommandPalette;
import org.roamledger.ui.rejects.RejectsDialog;
import org.roamledger.ui.report.ColumnLayout;
import org.roamledger.ui.report.ColumnsPopover;
import org.roamledger.ui.report.ReportTable;
import org.roamledger.ui.report.TotalsPane;
import org.roamledger.ui.settlement.SettlementPane;
import org.roamledger.ui.sources.ConnectionDialog;
import org.roamledger.ui.sources.GoneDialog;
import org.roamledger.ui.sources.SourceDialog;
import org.roamledger.ui.sources.SourceLabels;
import org.roamledger.ui.sources.SourcesDialog;
import org.roamledger.ui.stations.StationsPane;
import org.roamledger.views.ExportProfile;
import org.roamledger.views.ViewFolder;

import java.io.File;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/// Everything in the window, in one language. Another language is another one of these.
public final class MainWindow extends StackPane implements AutoCloseable {

    private static final Insets BELOW_HEADER = new Insets(88, 0, 0, 0);

    private final WindowModel model;
    private final InstantSource clock;
    private final Words words;
    private final FileDialogs dialogs;
    private final Wiring wiring = new Wiring();
    private final SearchField search;
    private final ReportTable table;
    private final EmptyState empty;
    private final ChartsPage charts;
    private final Header header;
    private final HeaderFilter headerFilter;
    private final ColumnsPopover columns;
    private final SettlementPane settlement;
    private final StationsPane stations;
    private final StoreSwitch stores;
    private final CareActions care;
    private final CommandPalette palette;

    /// @param stores whose data this is, and the way to the other
    /// @param changeLook told when the person wants another look
    public MainWindow(
            WindowModel model,
            Look look,
            InstantSource clock,
            FileDialogs dialogs,
            StoreSwitch stores,
            Consumer<UnaryOperator<Look>> changeLook,
            Runnable quit) {
        this.model = model;
        this.clock = clock;
        this.words = new Words(look.language());
        this.dialogs = dialogs;
        this.stores = stores;
        search = new SearchField(model.filter(), model.counts(), words, wiring);
        table = new ReportTable(model.report(), this::lookCloser, words, wiring);
        headerFilter = new HeaderFilter(model.filter(), model.counts(), words);
        table.onHeaderMenu(headerFilter::open);
        charts = new ChartsPage(model.charts(), words, this::askForPicture, wiring);
        columns = new ColumnsPopover(model.report(), words, wiring);
        care = new CareActions(model, dialogs, words, () -> getScene().getWindow());
        var documents = new DocumentActions(model, dialogs, words, () -> getScene().getWindow());
        table.onSettleSelected(documents::previewSelected);
        settlement = new SettlementPane(model.settlement(), documents::preview, words, wiring);
        var commands = commands(documents, quit);
        empty = new EmptyState(model, commands, words, wiring);
        header = new Header(model, commands, search, words, wiring);
        var filters = new FilterPane(model.filter(), model.counts(), words, wiring);
        model.onShowRejects(this::showRejects);
        model.onShowGone(this::showGone);
        var something = model.content().isNotEqualTo(ContentState.NO_SOURCES);
        var page =
                new BorderPane(
                        new SideSplit(
                                center(commands),
                                filters,
                                Side.LEFT,
                                model.filtersOpen().and(something),
                                model.filtersWidth(),
                                wiring));
        page.setTop(header);
        page.visibleProperty().bind(model.stations().isOpen().not());
        stations =
                new StationsPane(
                        model.stations(),
                        words,
                        model.zone(),
                        new StationsPane.Files(
                                this::importFiles,
                                (owner, name) -> dialogs.toExportCsv(owner, words, name)),
                        wiring);
        stations.visibleProperty().bind(model.stations().isOpen());
        wiring.onChange(model.stations().isOpen(), this::focusPage);
        wiring.onChange(model.page(), this::focusPage);
        var frame = new BorderPane(new StackPane(page, stations));
        var menu = new MainMenu(model.views().saved(), commands, look, changeLook, words, wiring);
        frame.setTop(
                stores.sample() ? new VBox(menu, new SampleBar(commands, stores, words)) : menu);
        var labels = new SourceLabels(model.sources(), words, clock, model.zone(), wiring);
        var status = new StatusLine(model, labels, this::showRejects, commands, words, wiring);
        status.getChildren().add(new ActivityStrip(stores.moving(), words, wiring));
        frame.setBottom(status);
        var notices = new Notices(model, words, wiring);
        palette =
                new CommandPalette(
                        model.palette(),
                        () -> PaletteEntries.of(commands, model.views().saved(), changeLook, words),
                        words);
        getChildren().addAll(frame, notices, palette);
        setAlignment(notices, Pos.BOTTOM_RIGHT);
        setAlignment(palette, Pos.TOP_CENTER);
        setMargin(palette, BELOW_HEADER);
        getStyleClass().add("main-window");
        wiring.onChange(model.imports().asked(), () -> ask(model.imports().asked().get()));
        addEventFilter(KeyEvent.KEY_PRESSED, event -> HistoryKeys.pressed(event, commands));
        sceneProperty()
                .subscribe(
                        scene -> {
                            if (scene != null) {
                                DialogFrame.explain(scene.getRoot(), this::help);
                            }
                        });
        model.views().saved().refresh();
        model.care().begin(care::tellDamage);
        setOnDragOver(this::offerToTake);
        setOnDragDropped(this::take);
    }

    private Commands commands(DocumentActions documents, Runnable quit) {
        var commands = new Commands();
        commands.put(Command.ADD_SOURCE, notInSample(this::addSource));
        commands.put(Command.MANAGE_SOURCES, this::manageSources);
        commands.put(Command.IMPORT, notInSample(this::importFiles));
        commands.put(Command.IMPORT_MAPPED, notInSample(this::importMapped));
        commands.put(Command.SYNC, model.sources()::sync);
        if (stores.move() != null) {
            var way = stores.sample() ? Command.USE_OWN_DATA : Command.TRY_SAMPLE;
            commands.put(way, stores.move());
        }
        commands.put(Command.EXPORT, this::export);
        new ViewActions(model, dialogs, words, () -> getScene().getWindow()).putInto(commands);
        documents.putInto(commands);
        commands.put(Command.EXPORT_CHART, this::exportChart);
        commands.put(Command.QUIT, quit);
        commands.put(Command.FIND, this::find);
        commands.put(Command.CLEAR_FILTER, model.filter()::clearAll);
        var ofSettlement = settlement.commands();
        table.commands()
                .forEach(
                        (command, action) ->
                                commands.put(
                                        command,
                                        () ->
                                                onPage(
                                                        action,
                                                        ofSettlement.getOrDefault(
                                                                command, () -> {}),
                                                        () -> {})));
        commands.put(Command.COMPACT_ROWS, table.compact());
        commands.put(Command.SHOW_SESSIONS, () -> show(Page.SESSIONS));
        commands.put(Command.SHOW_SETTLEMENT, () -> show(Page.SETTLEMENT));
        commands.put(Command.SHOW_CHARTS, () -> show(Page.CHARTS));
        commands.put(Command.STATIONS, model.stations()::open);
        commands.put(Command.SHOW_FILTERS, model.filtersOpen());
        commands.put(Command.SHOW_DETAILS, model.detail().open());
        commands.put(Command.COLUMNS, this::showColumns);
        commands.put(Command.REJECTS, this::showRejects);
        commands.put(Command.RELOAD, model.report()::reload);
        commands.put(Command.PALETTE, () -> palette.open());
        commands.put(Command.CONNECTION, this::connection);
        commands.put(Command.BACKUPS, notInSample(care::showBackups));
        commands.put(Command.HELP, () -> help(getScene().getWindow()));
        commands.put(Command.SUPPORT_ARCHIVE, care::writeSupport);
        commands.put(Command.OPEN_LOGS, model.care()::openLogs);
        commands.put(Command.ABOUT, () -> new AboutDialog(words, getScene().getWindow()).show());
        return commands;
    }

    /// What is real does not belong among what is made up.
    private Runnable notInSample(Runnable action) {
        var back = stores.move();
        return stores.sample() && back != null
                ? () ->
                        model.tell(
                                Notice.hint("sample.notHere")
                                        .offering(new Notice.Offer("sample.leave", back)))
                : action;
    }

    private VBox center(Commands commands) {
        var detail = new DetailPane(model.detail(), words, wiring);
        var split =
                new SideSplit(
                        table,
                        detail,
                        Side.RIGHT,
                        model.detail().open(),
                        model.detail().width(),
                        wiring);
        split.getStyleClass().add("detail-split");
        VBox.setVgrow(split, Priority.ALWAYS);
        var sessions = new VBox(new DrillBar(model, words, wiring), split);
        var pages =
                new StackPane(
                        page(Page.SESSIONS, sessions),
                        page(Page.SETTLEMENT, settlement),
                        page(Page.CHARTS, charts));
        var content = new StackPane(pages, empty);
        VBox.setVgrow(content, Priority.ALWAYS);
        var totals = new TotalsPane(model.report(), words, wiring);
        totals.visibleProperty().bind(model.content().isNotEqualTo(ContentState.NO_SOURCES));
        totals.managedProperty().bind(totals.visibleProperty());
        return new VBox(
                new ProblemBanner(model, commands, words, wiring), chips(), content, totals);
    }

    private ChipBar chips() {
        return new ChipBar(
                model.filter(),
                model.counts(),
                model.report().columns().map(ColumnLayout::hidden),
                headerFilter::open,
                this::find,
                words,
                wiring);
    }

    /// A page is there, but not seen, while another one is shown.
    private Node page(Page page, Node content) {
        content.visibleProperty().bind(model.page().isEqualTo(page));
        return content;
    }

    private void show(Page page) {
        model.stations().close();
        model.page().set(page);
        focusPage();
    }

    public String title() {
        return words.text(stores.sample() ? "window.title.sample" : "window.title");
    }

    /// Puts the keys where work begins.
    public void focusTable() {
        if (model.content().get() == ContentState.NO_SOURCES) {
            empty.focus();
        } else {
            table.requestFocus();
        }
    }

    private void focusPage() {
        if (model.stations().isOpen().get()) {
            stations.focus();
        } else {
            onPage(this::focusTable, settlement::focus, charts::focus);
        }
    }

    private void onPage(Runnable ofSessions, Runnable ofSettlement, Runnable ofCharts) {
        switch (model.page().get()) {
            case SESSIONS -> ofSessions.run();
            case SETTLEMENT -> ofSettlement.run();
            case CHARTS -> ofCharts.run();
        }
    }

    private void find() {
        if (model.stations().isOpen().get()) {
            stations.find();
        } else {
            search.requestFocus();
        }
    }

    /// Above this window, or above a dialog of it that has no topic of its own.
    private void help(Window above) {
        var topic =
                model.stations().isOpen().get()
                        ? HelpTopic.STATIONS
                        : HelpTopic.valueOf(model.page().get().name());
        HelpWindow.show(topic, above, words);
    }

    /// A dialog that tells about itself too.
    private <T extends Dialog<?>> T helped(HelpTopic topic, T dialog) {
        DialogFrame.explain(dialog.getDialogPane(), above -> HelpWindow.show(topic, above, words));
        return dialog;
    }

    private void addSource() {
        var owner = getScene().getWindow();
        helped(
                        HelpTopic.SOURCES,
                        new SourceDialog(
                                model.sources(),
                                () -> dialogs.toCertificate(owner, words),
                                words,
                                owner))
                .show();
    }

    private void connection() {
        var owner = getScene().getWindow();
        helped(
                        HelpTopic.SOURCES,
                        new ConnectionDialog(
                                model.connection(),
                                () -> dialogs.toCertificate(owner, words),
                                words,
                                owner))
                .show();
    }

    private void manageSources() {
        var owner = getScene().getWindow();
        helped(
                        HelpTopic.SOURCES,
                        new SourcesDialog(
                                model.sources(),
                                model.autoSync(),
                                clock,
                                model.zone(),
                                name -> dialogs.toExportCsv(owner, words, name),
                                () -> dialogs.toCertificate(owner, words),
                                words,
                                owner))
                .show();
    }

    private void showGone(String source) {
        helped(
                        HelpTopic.SOURCES,
                        new GoneDialog(
                                model.sources(),
                                source,
                                model.zone(),
                                words,
                                getScene().getWindow()))
                .show();
    }

    private void importFiles() {
        model.imports().importFiles(dialogs.toImport(getScene().getWindow(), words));
    }

    private void importMapped() {
        model.imports().askAbout(dialogs.toImport(getScene().getWindow(), words));
    }

    private void ask(@Nullable MappingModel table) {
        if (table != null) {
            var owner = getScene().getWindow();
            helped(
                            HelpTopic.MAPPING,
                            new MappingDialog(
                                    model.imports(),
                                    table,
                                    words,
                                    owner,
                                    () -> dialogs.toLoadMapping(owner, words),
                                    name -> dialogs.toSaveMapping(owner, words, name)))
                    .show();
        }
    }

    private void export() {
        if (model.report().shown().get() != null) {
            helped(
                            HelpTopic.EXPORT,
                            new ExportDialog(
                                    model.exporting(), this::export, words, getScene().getWindow()))
                    .show();
        }
    }

    private void export(ExportProfile profile) {
        var shown = model.report().shown().get();
        if (shown != null) {
            var name = ExportModel.suggestedName(shown.view().report().parameters(), profile);
            dialogs.toExport(getScene().getWindow(), words, name)
                    .ifPresent(target -> model.export(profile, target));
        }
    }

    private void exportChart() {
        if (model.page().get() != Page.CHARTS) {
            show(Page.CHARTS);
        }
        charts.save();
    }

    private Optional<Path> askForPicture(String name) {
        return dialogs.toPicture(getScene().getWindow(), words, name);
    }

    private void lookCloser() {
        model.detail().open().set(!model.detail().open().get());
    }

    private void showRejects() {
        helped(
                        HelpTopic.REJECTS,
                        new RejectsDialog(
                                model.rejects(),
                                name -> dialogs.toExportCsv(getScene().getWindow(), words, name),
                                clock,
                                words,
                                getScene().getWindow()))
                .show();
    }

    private void showColumns() {
        if (columns.isShowing()) {
            columns.hide();
        } else {
            columns.show(header.columnsButton());
        }
    }

    private void offerToTake(DragEvent event) {
        if (event.getDragboard().hasFiles()) {
            event.acceptTransferModes(TransferMode.COPY);
        }
        event.consume();
    }

    private void take(DragEvent event) {
        var files = event.getDragboard().getFiles().stream().map(File::toPath).toList();
        var sorted = files.stream().collect(Collectors.partitioningBy(ViewFolder::isView));
        sorted.getOrDefault(true, List.of()).forEach(model.views().saved()::openFile);
        var sessions = sorted.getOrDefault(false, List.of());
        if (!sessions.isEmpty()) {
            notInSample(() -> model.imports().importFiles(sessions)).run();
        }
        event.setDropCompleted(!files.isEmpty());
        event.consume();
    }

    /// Tells of a fault of the application itself; the window goes on.
    public void tellFault(Problem fault) {
        care.tellFault(fault);
    }

    @Override
    public void close() {
        columns.hide();
        headerFilter.close();
        wiring.close();
    }
}
