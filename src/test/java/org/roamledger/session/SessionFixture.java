package org.roamledger.session;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// An ordinary session for tests, of which a test changes what it is about.
public final class SessionFixture {

    private String cdrId = "CDR-1";
    private Network network = Network.OCPI;
    private ChargePoint chargePoint =
            new ChargePoint("station-1", new EvseId("SE*ABC*E100*1"), "Stora torget");
    private Moment start = Moment.utc(Instant.parse("2026-10-05T10:00:00Z"));
    private @Nullable Moment stop = Moment.utc(Instant.parse("2026-10-05T11:30:00Z"));
    private @Nullable Energy energy = Energy.ofWattHours(new BigDecimal("12345"));
    private Price price =
            new Price(
                    Amount.exactly(new BigDecimal("12.50")),
                    VatRate.ofPercent(new BigDecimal("25")),
                    Amount.exactly(new BigDecimal("2.50")),
                    "SEK");
    private @Nullable PartyId provider = new PartyId("DE-8EO");
    private @Nullable String transactionId = "transaction-1";
    private @Nullable Credit credit;
    private @Nullable String organisation;
    private PlugType plugType = PlugType.AC;

    public static SessionFixture aSession() {
        return new SessionFixture();
    }

    public SessionFixture cdrId(String changed) {
        cdrId = changed;
        return this;
    }

    public SessionFixture network(Network changed) {
        network = changed;
        return this;
    }

    public SessionFixture at(ChargePoint changed) {
        chargePoint = changed;
        return this;
    }

    public SessionFixture times(String startUtc, @Nullable String stopUtc) {
        start = Moment.utc(Instant.parse(startUtc));
        stop = stopUtc == null ? null : Moment.utc(Instant.parse(stopUtc));
        return this;
    }

    public SessionFixture wattHours(@Nullable String changed) {
        energy = changed == null ? null : Energy.ofWattHours(new BigDecimal(changed));
        return this;
    }

    public SessionFixture gross(@Nullable String changed, @Nullable String vat, String currency) {
        price =
                new Price(
                        changed == null ? null : Amount.exactly(new BigDecimal(changed)),
                        null,
                        vat == null ? null : Amount.exactly(new BigDecimal(vat)),
                        currency);
        return this;
    }

    public SessionFixture price(Price changed) {
        price = changed;
        return this;
    }

    public SessionFixture provider(@Nullable String changed) {
        provider = changed == null ? null : new PartyId(changed);
        return this;
    }

    public SessionFixture transactionId(@Nullable String changed) {
        transactionId = changed;
        return this;
    }

    public SessionFixture organisation(String changed) {
        organisation = changed;
        return this;
    }

    public SessionFixture plugType(PlugType changed) {
        plugType = changed;
        return this;
    }

    public SessionFixture creditOf(String creditedCdrId) {
        credit = new Credit(creditedCdrId);
        price = price.credited();
        energy = energy == null ? null : energy.credited();
        return this;
    }

    public ChargingSession build() {
        var operator = new PartyId("SE*ABC");
        return new ChargingSession(
                SessionKey.of(operator, network, cdrId),
                network,
                cdrId,
                chargePoint,
                start,
                stop,
                energy,
                null,
                null,
                price,
                StationSetting.UNKNOWN,
                plugType,
                ChargeMethod.RFID,
                operator,
                provider,
                transactionId,
                credit,
                organisation,
                Map.of(ReportColumn.PRICE, Provenance.reported("total_cost.incl_vat")));
    }

    public DeliveredSession delivered() {
        var raw = "{\"id\":\"" + cdrId + "\"}";
        return new DeliveredSession(
                build(),
                new RawMessage(RawMessage.Form.OCPI_CDR, raw.getBytes(StandardCharsets.UTF_8)));
    }

    public Delivery delivery() {
        return new Delivery(List.of(delivered()), List.of());
    }

    public static Delivery delivery(SessionFixture... sessions) {
        return new Delivery(
                Arrays.stream(sessions).map(SessionFixture::delivered).toList(), List.of());
    }
}
