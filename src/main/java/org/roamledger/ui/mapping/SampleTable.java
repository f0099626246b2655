package org.roamledger.ui.mapping;

import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;

import org.jspecify.annotations.Nullable;
import org.roamledger.session.Amount;
import org.roamledger.session.ChargingSession;
import org.roamledger.session.Moment;
import org.roamledger.session.Reject;
import org.roamledger.session.ReportColumn;
import org.roamledger.ui.base.CellText;
import org.roamledger.ui.base.Engine.SampledRow;
import org.roamledger.ui.base.Wiring;
import org.roamledger.ui.base.Words;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/// The first rows as they would be imported, those that would be rejected with the reason.
final class SampleTable extends TableView<SampledRow> {

    private static final PseudoClass REJECTED = PseudoClass.getPseudoClass("rejected");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm xxx", Locale.ROOT);
    private static final List<ReportColumn> SHOWN =
            List.of(
                    ReportColumn.CDR_ID,
                    ReportColumn.START_TIME,
                    ReportColumn.STOP_TIME,
                    ReportColumn.ENERGY_WH,
                    ReportColumn.PRICE,
                    ReportColumn.VAT_AMOUNT,
                    ReportColumn.CURRENCY,
                    ReportColumn.NETWORK,
                    ReportColumn.PROVIDER_ID,
                    ReportColumn.OPERATOR_ID,
                    ReportColumn.EVSE_ID,
                    ReportColumn.STATION_NAME,
                    ReportColumn.TRANSACTION_ID);

    private final Words words;
    private final CellText texts;

    SampleTable(MappingModel model, Words words, Wiring wiring) {
        this.words = words;
        this.texts = CellText.shown(words, ZoneOffset.UTC);
        setId("mapping-sample");
        setAccessibleText(words.text("mapping.result"));
        getStyleClass().addAll("report-table", "sample-table");
        setFixedCellSize(28);
        setMinHeight(120);
        setPlaceholder(new Label(words.text("mapping.noResult")));
        getColumns().add(state());
        SHOWN.forEach(column -> getColumns().add(column(column)));
        setRowFactory(_ -> new SampleRow());
        wiring.follow(model.rows(), rows -> setItems(FXCollections.observableList(rows)));
    }

    private static final class SampleRow extends TableRow<@Nullable SampledRow> {
        @Override
        protected void updateItem(@Nullable SampledRow row, boolean empty) {
            super.updateItem(row, empty);
            pseudoClassStateChanged(REJECTED, row != null && row.reject() != null);
        }
    }

    private TableColumn<SampledRow, String> state() {
        var column = new TableColumn<SampledRow, String>(words.text("mapping.state"));
        column.setCellValueFactory(
                row -> new ReadOnlyStringWrapper(state(row.getValue().reject())));
        column.setSortable(false);
        column.setPrefWidth(226);
        column.setMinWidth(110);
        return column;
    }

    private String state(@Nullable Reject reject) {
        if (reject == null) {
            return words.text("mapping.state.read");
        }
        var reason = words.text("reject." + reject.reason().name().toLowerCase(Locale.ROOT));
        return words.text("mapping.state.rejected", reject.field(), reject.value(), reason);
    }

    private TableColumn<SampledRow, String> column(ReportColumn of) {
        var column = new TableColumn<SampledRow, String>(words.title(of));
        column.setCellValueFactory(
                row -> {
                    var session = row.getValue().session();
                    var text = session == null ? null : text(session, of);
                    return new ReadOnlyStringWrapper(
                            text != null
                                    ? text
                                    : session == null ? "" : words.text("cell.missing"));
                });
        column.setSortable(false);
        switch (of.kind()) {
            case WATT_HOURS, MONEY -> {
                column.getStyleClass().add("figure");
                column.setPrefWidth(92);
            }
            case DATE_TIME -> column.setPrefWidth(176);
            default -> column.setPrefWidth(90);
        }
        return column;
    }

    private @Nullable String text(ChargingSession session, ReportColumn column) {
        var energy = session.energy();
        var price = session.price();
        return switch (column) {
            case CDR_ID -> session.cdrId();
            case START_TIME -> time(session.start());
            case STOP_TIME -> session.stop() == null ? null : time(session.stop());
            case ENERGY_WH -> energy == null ? null : words.whole(energy.wattHours());
            case PRICE -> price.gross() == null ? null : money(price.gross());
            case VAT_AMOUNT -> price.vat() == null ? null : money(price.vat());
            case CURRENCY -> price.currency();
            case NETWORK -> session.network().code().isEmpty() ? null : session.network().label();
            case PROVIDER_ID -> session.provider() == null ? null : session.provider().asSent();
            case OPERATOR_ID -> session.operator() == null ? null : session.operator().asSent();
            case EVSE_ID -> {
                var evse = session.chargePoint().evseId();
                yield evse == null ? null : evse.asSent();
            }
            case STATION_NAME -> session.chargePoint().stationName();
            case TRANSACTION_ID -> session.transactionId();
            default -> throw new IllegalArgumentException("not shown: " + column);
        };
    }

    private static String time(Moment moment) {
        return TIME.format(moment.at().atOffset(moment.sentOffset()));
    }

    /// All decimals that are not zero, two at least.
    private String money(Amount amount) {
        return texts.money(amount, 2);
    }
}
