package org.roamledger.session;

import static org.roamledger.session.ReportColumn.Kind.*;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The column catalogue of the report: the one place where a column is spelled.
///
/// Table, export, import and translation all read it. The order of the constants is the order of
/// the report; the last ones are extra columns, hidden until asked for.
public enum ReportColumn {
    MONTH(CODED, "Month", "Månad", "Monat", "Mois", "Kuukausi", "Maand"),
    NETWORK(CODED, "Network", "Roaming network", "Nätverk"),
    CDR_ID(ID, "CDR ID", "CDRID", "Session ID", "SessionID"),
    STATION_ID(CODED_ID, "Station ID", "StationID", "Stations-ID"),
    EVSE_ID(CODED_ID, "EVSE-ID", "EVSE ID", "EvseID"),
    STATION_NAME(CODED, "Station name", "Station", "Stationsnamn"),
    START_TIME(DATE_TIME, "Start time", "Start", "Starttid", "Session start", "Start date"),
    STOP_TIME(
            DATE_TIME, "Stop time", "Stop", "Stopptid", "Session stop", "End time", "Session end"),
    ENERGY_WH(WATT_HOURS, "Energy (Wh)", "Energy", "Energi", "Energy consumed"),
    METER_START_WH(READING, "Meter start", "Mätarställning start", "Meter value start"),
    METER_STOP_WH(READING, "Meter stop", "Mätarställning stopp", "Meter value end", "Meter end"),
    PRICE(MONEY, "Price", "Total price", "Price (VAT included)", "Pris"),
    CURRENCY(CODED, "Currency", "Valuta"),
    ACCESS(CHOICE, "Public/Private", "Public / Private", "Access", "Publik/Privat"),
    FREE_USAGE(CHOICE, "Free usage", "Fri användning", "Gratis"),
    PLUG_TYPE(CHOICE, "Plug type", "Plug", "Kontakttyp"),
    CHARGE_METHOD(CHOICE, "Charge method", "Method", "Startmetod", "Laddmetod"),
    OPERATOR_ID(CODED_ID, "Operator", "Operator ID", "CPO", "Operatör"),
    PROVIDER_ID(CODED_ID, "Provider ID", "Provider", "EMP", "EMSP", "Leverantörs-ID"),
    TRANSACTION_ID(ID, "Transaction ID", "TransactionID", "Transaktions-ID"),
    DURATION(SECONDS, "Duration", "Session duration", "Varaktighet"),
    VAT_RATE(PERCENT, "VAT rate", "VAT P", "VAT %", "Momssats"),
    VAT_AMOUNT(MONEY, "VAT amount", "VAT", "Sum Taxes", "Momsbelopp", "Moms"),

    ORGANISATION(CODED, "Organisation", "Organization"),
    NET_PRICE(MONEY, "Net price", "Charge without tax", "Price without VAT"),
    NET_PER_KWH(MONEY_PER_KWH, "Net per kWh"),
    SOURCE(CODED, "Source"),
    FINDINGS(CHOICES, "Findings"),
    SYNCED_AT(DATE_TIME, "Synced at"),
    ORIGINAL_START(OFFSET_TIME, "Original start"),
    PROVENANCE(CODED, "Provenance"),
    SETTING_AS_OF(DATE_TIME, "Settings as of");

    /// What the values of a column are, and so how they are shown, exported and ordered.
    public enum Kind {
        /// Text of which few different ones occur.
        CODED,
        /// An identifier of which few different ones occur; text even where it looks like a number.
        CODED_ID,
        /// One of a closed list of words, shown in the reader's language.
        CHOICE,
        /// Some words of a closed list with a space between two, shown in the reader's language.
        CHOICES,
        /// An identifier that is different in nearly every row; text even where it looks like a
        /// number.
        ID,
        /// Epoch seconds, shown as local time of the report zone.
        DATE_TIME,
        /// Epoch seconds, shown with the offset that was sent.
        OFFSET_TIME,
        /// Whole watt-hours.
        WATT_HOURS,
        /// Thousandths of a watt-hour.
        READING,
        /// Ten-thousandths of the row's currency unit.
        MONEY,
        /// Ten-thousandths of the row's currency unit, per kilowatt-hour.
        MONEY_PER_KWH,
        /// Ten-thousandths of a percent.
        PERCENT,
        /// Whole seconds.
        SECONDS
    }

    /// The 23 columns of the contract, in their order.
    public static final List<ReportColumn> STANDARD = List.copyOf(EnumSet.range(MONTH, VAT_AMOUNT));

    private final Kind kind;
    private final String header;

    @SuppressWarnings("ImmutableEnumChecker") // an unmodifiable copy of strings
    private final List<String> aliases;

    ReportColumn(Kind kind, String header, String... others) {
        this.kind = kind;
        this.header = header;
        var all = new ArrayList<String>();
        all.add(Folded.of(header));
        for (var other : others) {
            all.add(Folded.of(other));
        }
        this.aliases = List.copyOf(all);
    }

    /// The contract's key: `energy_wh`. Stored in files: never change one.
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Header of the `standard` profile.
    public String header() {
        return header;
    }

    public Kind kind() {
        return kind;
    }

    /// Whether the values are texts, not numbers or times.
    public boolean isText() {
        return switch (kind) {
            case CODED, CODED_ID, CHOICE, CHOICES, ID -> true;
            case DATE_TIME,
                    OFFSET_TIME,
                    WATT_HOURS,
                    READING,
                    MONEY,
                    MONEY_PER_KWH,
                    PERCENT,
                    SECONDS ->
                    false;
        };
    }

    /// Whether the column is one of the contract's 23.
    public boolean isStandard() {
        return STANDARD.contains(this);
    }

    /// Headers under which the column is found in files, each [Folded], the own header first.
    public List<String> aliases() {
        return aliases;
    }

    public static Optional<ReportColumn> ofKey(String key) {
        return Arrays.stream(values()).filter(column -> column.key().equals(key)).findFirst();
    }
}
