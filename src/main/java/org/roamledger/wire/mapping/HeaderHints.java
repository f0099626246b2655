package org.roamledger.wire.mapping;

import org.jspecify.annotations.Nullable;
import org.roamledger.session.ReportColumn;
import org.roamledger.wire.mapping.HeaderText.Alias;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/// Names that partners and portals give to columns, in several languages. They say less for sure
/// than the report's own aliases, so a person confirms what they make of a file.
final class HeaderHints {

    /// By squeezed name.
    static final Map<String, Alias> ALL = all();

    private HeaderHints() {}

    private static Map<String, Alias> all() {
        var all = new HashMap<String, Alias>();
        add(
                all,
                ReportColumn.CDR_ID,
                null,
                """
                charging session id, record id, cdr, cdr number, cdr uid, cdr reference, session number, session reference,
                ladevorgang, ladevorgang id, ladevorgangs id, sitzungs id, vorgangsnummer, cdr nummer, sessionsnummer,
                id session, identifiant session, numero session, laadsessie id, sessie id, latauksen tunnus, lataus id\
                """);
        add(
                all,
                ReportColumn.STATION_ID,
                null,
                """
                charge point id, chargepoint id, charging station id, charger id, charge box id, chargebox, ladepunkt id,
                stationsnummer, ladestation id, id borne, borne, laadpaal, laadpaal id, laturi\
                """);
        add(
                all,
                ReportColumn.EVSE_ID,
                null,
                "evse, evse number, evse code, ladepunkt, ladepunkt evse id, point de charge,"
                        + " laadpunt, latauspiste");
        add(
                all,
                ReportColumn.STATION_NAME,
                null,
                """
                location, location name, site, site name, charging station, standort, standortname, ladeort, ladestation,
                plats, platsnamn, emplacement, nom station, nom de la station, locatie, sijainti\
                """);
        add(
                all,
                ReportColumn.START_TIME,
                null,
                """
                started, started at, start date time, start datetime, session start time, charging start, begin, begin time,
                start utc, date, ladebeginn, beginn, start der ladung, startzeit, startzeitpunkt, startdatum, ladestart,
                debut, date de debut, heure de debut, date debut, starttijd, begintijd, aloitusaika, alkoi\
                """);
        add(
                all,
                ReportColumn.STOP_TIME,
                null,
                """
                ended, ended at, end, end date, end date time, end datetime, session end time, charging end, stop date,
                ladeende, ende, ende der ladung, endzeit, endzeitpunkt, enddatum, sluttid, slut, fin, date de fin,
                heure de fin, date fin, eindtijd, einde, lopetusaika, loppui\
                """);
        add(
                all,
                ReportColumn.ENERGY_WH,
                null,
                """
                consumption, consumed energy, total energy, energy delivered, delivered energy, charged energy, volume,
                energie, energiemenge, strommenge, lademenge, verbrauch, geladene energie, forbrukning, energimangd,
                energie consommee, consommation, verbruik, geladen energie, energia, kulutus\
                """);
        add(
                all,
                ReportColumn.METER_START_WH,
                null,
                "meter reading start, zahlerstand start, zahlerstand beginn, compteur debut,"
                        + " meterstand start");
        add(
                all,
                ReportColumn.METER_STOP_WH,
                null,
                "meter reading end, meter reading stop, zahlerstand ende, zahlerstand stopp,"
                        + " compteur fin, meterstand einde");
        add(
                all,
                ReportColumn.PRICE,
                TaxBasis.GROSS,
                """
                gross, gross amount, gross price, total gross, amount incl vat, amount including vat, total incl vat,
                total including vat, price incl vat, brutto, bruttobetrag, bruttopreis, betrag brutto, preis brutto,
                bruttobelopp, pris inkl moms, belopp inkl moms, ttc, montant ttc, prix ttc, total ttc, bedrag incl btw,
                prijs incl btw, totaal incl btw\
                """);
        add(
                all,
                ReportColumn.PRICE,
                null,
                """
                amount, total, total amount, cost, total cost, sum, charge, fee, revenue, betrag, gesamtbetrag, preis,
                gesamtpreis, kosten, summe, erlos, belopp, kostnad, summa, totalt, montant, prix, cout, bedrag, prijs,
                totaal, hinta\
                """);
        add(
                all,
                ReportColumn.NET_PRICE,
                null,
                """
                net, net amount, total net, amount without tax, amount excl vat, amount excluding vat, total excl vat,
                price excl vat, charge without vat, netto, nettobetrag, nettopreis, betrag netto, preis netto, nettobelopp,
                pris exkl moms, belopp exkl moms, ht, montant ht, prix ht, total ht, bedrag excl btw, prijs excl btw\
                """);
        add(
                all,
                ReportColumn.VAT_AMOUNT,
                null,
                """
                tax, taxes, tax amount, total vat, vat total, mwst, mwst betrag, ust, ust betrag, umsatzsteuer,
                mehrwertsteuer, steuer, steuerbetrag, tva, montant tva, btw, btw bedrag, alv\
                """);
        add(
                all,
                ReportColumn.VAT_RATE,
                null,
                """
                tax rate, tax %, vat percentage, mwst satz, mwst %, ust satz, ust %, steuersatz, moms %, taux tva, tva %,
                btw %, btw tarief, alv %\
                """);
        add(
                all,
                ReportColumn.CURRENCY,
                null,
                "currency code, wahrung, devise, monnaie, munt, valuutta");
        add(
                all,
                ReportColumn.OPERATOR_ID,
                null,
                "cpo id, cpo operator id, charge point operator, betreiber, betreiber id,"
                        + " operateur, exploitant");
        add(
                all,
                ReportColumn.PROVIDER_ID,
                null,
                """
                emp id, emsp id, msp, msp id, partner, partner id, roaming partner, anbieter, anbieter id, fahrstromanbieter,
                leverantor, fournisseur, aanbieder, palveluntarjoaja\
                """);
        add(
                all,
                ReportColumn.TRANSACTION_ID,
                null,
                "transaction, transaction number, transaktion, transaktions id, id transaction,"
                        + " transactie id");
        add(
                all,
                ReportColumn.DURATION,
                null,
                "charging duration, charging time, session time, dauer, ladedauer, laddtid, duree,"
                        + " duur, laadtijd, kesto");
        add(
                all,
                ReportColumn.NETWORK,
                null,
                "roaming platform, roaming hub, hub, platform, netzwerk, reseau");
        add(all, ReportColumn.PLUG_TYPE, null, "current type, power type, stromart, stromtyp");
        add(
                all,
                ReportColumn.CHARGE_METHOD,
                null,
                "authentication method, auth method, authentication, authentifizierung, startart");
        add(
                all,
                ReportColumn.ORGANISATION,
                null,
                "owner, station owner, eigentumer, agare, proprietaire, eigenaar");
        // A header that is nothing but a unit.
        all.put("", new Alias(ReportColumn.ENERGY_WH, all.size(), null));
        return Map.copyOf(all);
    }

    /// The first names are the surest.
    private static void add(
            Map<String, Alias> all, ReportColumn column, @Nullable TaxBasis basis, String names) {
        var list = Arrays.stream(names.split(",", -1)).map(HeaderText::squeezed).toList();
        var rank = all.size();
        for (var name : list) {
            all.putIfAbsent(name, new Alias(column, ++rank, basis));
        }
    }
}
