package org.roamledger.ui.stations;

import atlantafx.base.theme.Styles;
import atlantafx.base.theme.Tweaks;

import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

import org.jspecify.annotations.Nullable;
import org.roamledger.session.KnownStation;
import org.roamledger.session.ReportColumn;
import org.roamledger.session.Stated;
import org.roamledger.session.Stated.By;
import org.roamledger.ui.base.Wiring;
import org.roamledger.ui.base.Words;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/// The stations of one line of the tree. Sorts nothing itself.
final class StationTable extends TableView<KnownStation> {

    private static final double LINE = 30;
    private static final DateTimeFormatter MINUTES =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);
    private static final PseudoClass MISSING = PseudoClass.getPseudoClass("missing");
    private static final PseudoClass SAID = PseudoClass.getPseudoClass("said");

    private final Words words;
    private final ZoneId zone;
    private boolean showing;

    /// @param zone in which times are told
    /// @param change asked for by Enter or a double click
    StationTable(StationsModel model, Words words, ZoneId zone, Wiring wiring, Runnable change) {
        this.words = words;
        this.zone = zone;
        setId("stations");
        setAccessibleText(words.text("stations.table"));
        getStyleClass().addAll("report-table", Styles.DENSE, Tweaks.EDGE_TO_EDGE);
        setFixedCellSize(LINE);
        setPlaceholder(new Label());
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        for (var field : StationField.values()) {
            getColumns().add(column(field));
        }
        setSortPolicy(
                _ -> {
                    if (!showing) {
                        model.sort(wantedOrder());
                    }
                    return true;
                });
        addEventHandler(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (event.getCode() == KeyCode.ENTER) {
                        change.run();
                        event.consume();
                    }
                });
        addEventHandler(
                MouseEvent.MOUSE_CLICKED,
                event -> {
                    if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
                        change.run();
                    }
                });
        wiring.follow(model.shown(), this::show);
    }

    /// A selection holds on as long as its stations are there.
    private void show(StationsModel.@Nullable Shown shown) {
        if (shown == null) {
            return;
        }
        var selected =
                getSelectionModel().getSelectedItems().stream().map(KnownStation::ids).toList();
        var order = List.copyOf(getSortOrder());
        showing = true;
        try {
            setItems(FXCollections.observableList(shown.stations()));
            getSortOrder().setAll(order);
            getSelectionModel().clearSelection();
            for (var i = 0; !selected.isEmpty() && i < shown.stations().size(); i++) {
                if (selected.contains(shown.stations().get(i).ids())) {
                    getSelectionModel().select(i);
                }
            }
        } finally {
            showing = false;
        }
    }

    private StationsModel.@Nullable Order wantedOrder() {
        if (getSortOrder().isEmpty()) {
            return null;
        }
        var column = getSortOrder().getFirst();
        return new StationsModel.Order(
                (StationField) column.getUserData(),
                column.getSortType() == TableColumn.SortType.DESCENDING);
    }

    private TableColumn<KnownStation, KnownStation> column(StationField field) {
        var shown = new TableColumn<KnownStation, KnownStation>(title(field, words));
        shown.setId("station-" + field.name().toLowerCase(Locale.ROOT));
        shown.setUserData(field);
        shown.setPrefWidth(width(field));
        shown.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        shown.setCellFactory(_ -> new Cell(field));
        if (field == StationField.SESSIONS) {
            shown.getStyleClass().addAll("figure", Tweaks.ALIGN_RIGHT);
        }
        return shown;
    }

    static String title(StationField field, Words words) {
        return switch (field) {
            case STATION_ID -> words.title(ReportColumn.STATION_ID);
            case EVSE_ID -> words.title(ReportColumn.EVSE_ID);
            case NAME -> words.title(ReportColumn.STATION_NAME);
            case OWNER -> words.text("stations.owner");
            case ZONE -> words.text("stations.zone");
            case ACCESS -> words.title(ReportColumn.ACCESS);
            case FREE_USAGE -> words.title(ReportColumn.FREE_USAGE);
            case PLUG_TYPE -> words.title(ReportColumn.PLUG_TYPE);
            case AS_OF -> words.title(ReportColumn.SETTING_AS_OF);
            case ORIGIN -> words.text("stations.origin");
            case SESSIONS -> words.text("stations.sessions");
        };
    }

    private static double width(StationField field) {
        return switch (field) {
            case STATION_ID -> 96;
            case EVSE_ID, NAME, ZONE -> 140;
            case OWNER -> 150;
            case ACCESS -> 116;
            case FREE_USAGE -> 132;
            case PLUG_TYPE, SESSIONS -> 88;
            case AS_OF -> 132;
            case ORIGIN -> 110;
        };
    }

    private String text(StationField field, KnownStation station) {
        return switch (field.of(station)) {
            case null -> "";
            case Instant at -> time(at);
            case By by -> words.text(origin(by));
            case Long number -> words.whole(number);
            case String text ->
                    switch (field) {
                        case ACCESS -> words.choice(ReportColumn.ACCESS, text);
                        case FREE_USAGE -> words.choice(ReportColumn.FREE_USAGE, text);
                        default -> text;
                    };
            case Comparable<?> other -> other.toString();
        };
    }

    private String time(Instant at) {
        return MINUTES.format(at.atZone(zone));
    }

    private static String origin(By by) {
        return switch (by) {
            case PERSON -> "stations.by.person";
            case BACK_OFFICE -> "stations.by.backOffice";
            case RECORD -> "stations.by.record";
            case SOURCE -> "stations.by.source";
        };
    }

    /// Who said a value, and when.
    private @Nullable String explanation(@Nullable Stated<?> stated) {
        if (stated == null) {
            return null;
        }
        var by = words.text(origin(stated.by()));
        return stated.at() == null ? by : words.text("stations.asOf", by, time(stated.at()));
    }

    /// One value; what a person said stands out.
    private final class Cell extends TableCell<KnownStation, KnownStation> {

        private final StationField field;

        Cell(StationField field) {
            this.field = field;
        }

        @Override
        protected void updateItem(KnownStation station, boolean empty) {
            super.updateItem(station, empty);
            if (empty || station == null) {
                setText(null);
                setTooltip(null);
                setAccessibleText(null);
                pseudoClassStateChanged(MISSING, false);
                pseudoClassStateChanged(SAID, false);
                return;
            }
            var text = text(field, station);
            var stated = field.stated(station);
            var explained = explanation(stated);
            setText(text.isEmpty() ? words.text("cell.missing") : text);
            setTooltip(explained == null ? null : new Tooltip(explained));
            setAccessibleText(explained == null ? getText() : getText() + ", " + explained);
            pseudoClassStateChanged(MISSING, text.isEmpty());
            pseudoClassStateChanged(SAID, stated != null && stated.by() == By.PERSON);
        }
    }
}
