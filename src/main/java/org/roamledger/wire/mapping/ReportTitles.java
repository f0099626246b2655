package org.roamledger.wire.mapping;

import org.roamledger.session.ReportColumn;
import org.roamledger.wire.mapping.HeaderText.Alias;

import java.util.HashMap;
import java.util.Map;

/// The titles of the report's columns in the other languages of the window.
///
/// They count only in the report's own files: in a list of a partner, `Preis` or `Prix` may well be
/// without VAT.
final class ReportTitles {

    /// By squeezed title.
    static final Map<String, Alias> ALL = all();

    private ReportTitles() {}

    private static Map<String, Alias> all() {
        var all = new HashMap<String, Alias>();
        add(all, ReportColumn.NETWORK, "Nätverk", "Netzwerk", "Réseau", "Verkosto", "Netwerk");
        add(all, ReportColumn.CDR_ID, "CDR-ID", "ID de CDR", "CDR-tunnus");
        add(
                all,
                ReportColumn.STATION_ID,
                "Stations-ID",
                "ID de station",
                "Aseman tunnus",
                "Station-ID");
        add(all, ReportColumn.EVSE_ID, "EVSE-ID", "ID EVSE", "EVSE-tunnus");
        add(
                all,
                ReportColumn.STATION_NAME,
                "Stationsnamn",
                "Stationsname",
                "Nom de la station",
                "Aseman nimi",
                "Stationsnaam");
        add(
                all,
                ReportColumn.START_TIME,
                "Starttid",
                "Startzeit",
                "Heure de début",
                "Aloitusaika",
                "Starttijd");
        add(
                all,
                ReportColumn.STOP_TIME,
                "Stopptid",
                "Endzeit",
                "Heure de fin",
                "Lopetusaika",
                "Stoptijd");
        add(
                all,
                ReportColumn.ENERGY_WH,
                "Energi (Wh)",
                "Energie (Wh)",
                "Énergie (Wh)",
                "Energia (Wh)");
        add(
                all,
                ReportColumn.METER_START_WH,
                "Mätare start",
                "Zählerstand Beginn",
                "Compteur début",
                "Mittari alussa",
                "Meterstand begin");
        add(
                all,
                ReportColumn.METER_STOP_WH,
                "Mätare stopp",
                "Zählerstand Ende",
                "Compteur fin",
                "Mittari lopussa",
                "Meterstand einde");
        add(all, ReportColumn.PRICE, "Pris", "Preis", "Prix", "Hinta", "Prijs");
        add(all, ReportColumn.CURRENCY, "Valuta", "Währung", "Devise", "Valuutta");
        add(
                all,
                ReportColumn.ACCESS,
                "Publik/Privat",
                "Öffentlich/Privat",
                "Public/Privé",
                "Julkinen/Yksityinen",
                "Openbaar/Privé");
        add(
                all,
                ReportColumn.FREE_USAGE,
                "Fri användning",
                "Kostenlose Nutzung",
                "Usage gratuit",
                "Maksuton käyttö",
                "Gratis gebruik");
        add(
                all,
                ReportColumn.PLUG_TYPE,
                "Kontakttyp",
                "Steckertyp",
                "Type de prise",
                "Pistoketyyppi",
                "Stekkertype");
        add(
                all,
                ReportColumn.CHARGE_METHOD,
                "Startmetod",
                "Startart",
                "Mode de démarrage",
                "Aloitustapa",
                "Startmethode");
        add(
                all,
                ReportColumn.OPERATOR_ID,
                "Operatör",
                "Betreiber",
                "Opérateur",
                "Operaattori",
                "Exploitant");
        add(
                all,
                ReportColumn.PROVIDER_ID,
                "Leverantörs-ID",
                "Anbieter-ID",
                "ID du fournisseur",
                "Palveluntarjoajan tunnus",
                "Aanbieder-ID");
        add(
                all,
                ReportColumn.TRANSACTION_ID,
                "Transaktions-ID",
                "ID de transaction",
                "Transaktiotunnus",
                "Transactie-ID");
        add(all, ReportColumn.DURATION, "Varaktighet", "Dauer", "Durée", "Kesto", "Duur");
        add(
                all,
                ReportColumn.VAT_RATE,
                "Momssats",
                "MwSt.-Satz",
                "Taux de TVA",
                "ALV-kanta",
                "Btw-tarief");
        add(
                all,
                ReportColumn.VAT_AMOUNT,
                "Momsbelopp",
                "MwSt.-Betrag",
                "Montant de TVA",
                "ALV-määrä",
                "Btw-bedrag");
        add(all, ReportColumn.ORGANISATION, "Organisation", "Organisaatio", "Organisatie");
        add(
                all,
                ReportColumn.NET_PRICE,
                "Nettopris",
                "Nettopreis",
                "Prix HT",
                "Veroton hinta",
                "Prijs excl. btw");
        add(
                all,
                ReportColumn.NET_PER_KWH,
                "Netto per kWh",
                "Netto je kWh",
                "HT par kWh",
                "Veroton/kWh",
                "Excl. btw per kWh");
        add(
                all,
                ReportColumn.FINDINGS,
                "Anmärkningar",
                "Auffälligkeiten",
                "Anomalies",
                "Huomautukset",
                "Bevindingen");
        add(all, ReportColumn.SOURCE, "Källa", "Quelle", "Source", "Lähde", "Bron");
        add(
                all,
                ReportColumn.SYNCED_AT,
                "Synkad",
                "Synchronisiert am",
                "Synchronisée le",
                "Synkronoitu",
                "Gesynchroniseerd op");
        add(
                all,
                ReportColumn.ORIGINAL_START,
                "Ursprunglig start",
                "Ursprüngliche Startzeit",
                "Début d’origine",
                "Alkuperäinen aloitusaika",
                "Oorspronkelijke start");
        add(
                all,
                ReportColumn.PROVENANCE,
                "Värdenas ursprung",
                "Herkunft der Werte",
                "Provenance des valeurs",
                "Arvojen alkuperä",
                "Herkomst van waarden");
        add(
                all,
                ReportColumn.SETTING_AS_OF,
                "Inställningar per",
                "Einstellungen vom",
                "Réglages au",
                "Asetusten tilanne",
                "Instellingen per");
        return Map.copyOf(all);
    }

    private static void add(Map<String, Alias> all, ReportColumn column, String... titles) {
        for (var title : titles) {
            all.putIfAbsent(HeaderText.squeezed(title), HeaderText.alias(column, 0));
        }
    }
}
