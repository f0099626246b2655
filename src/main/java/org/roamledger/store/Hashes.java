package org.roamledger.store;

import org.jspecify.annotations.Nullable;
import org.roamledger.session.ChargingSession;
import org.roamledger.session.Energy;
import org.roamledger.session.SessionKey;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/// The 16-byte hashes by which sessions and deliveries are recognised. For one thread.
final class Hashes {

    private static final int LENGTH = 16;
    private static final String BETWEEN = "\u001f";

    private final MessageDigest digest;

    Hashes() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    byte[] of(SessionKey key) {
        return of(key.party() + BETWEEN + key.id());
    }

    /// Over all values of a session but where they come from: a feed that only touches its time
    /// stamps delivers the same session.
    byte[] of(ChargingSession session) {
        var at = session.chargePoint();
        var price = session.price();
        var credit = session.credit();
        // Spelled out value by value: renaming a type must not make every stored session look
        // changed.
        var values =
                new @Nullable Object[] {
                    session.network().code(),
                    session.cdrId(),
                    at.stationId(),
                    at.evseId() == null ? null : at.evseId().asSent(),
                    at.stationName(),
                    session.start().at().toEpochMilli(),
                    session.stop() == null ? null : session.stop().at().toEpochMilli(),
                    milliWattHours(session.energy()),
                    milliWattHours(session.meterStart()),
                    milliWattHours(session.meterStop()),
                    price.gross() == null ? null : price.gross().tenThousandths(),
                    price.vat() == null ? null : price.vat().tenThousandths(),
                    price.vatRate() == null ? null : price.vatRate().tenThousandths(),
                    price.currency(),
                    session.stationSetting().access().name(),
                    session.stationSetting().freeUsage().name(),
                    session.plugType().name(),
                    session.chargeMethod().code(),
                    session.operator() == null ? null : session.operator().asSent(),
                    session.provider() == null ? null : session.provider().asSent(),
                    session.transactionId(),
                    credit != null,
                    credit == null ? null : credit.creditedCdrId(),
                    session.organisation()
                };
        var text = new StringBuilder(512);
        for (var value : values) {
            text.append(value).append(BETWEEN);
        }
        return of(text.toString());
    }

    private static @Nullable Long milliWattHours(@Nullable Energy energy) {
        return energy == null ? null : energy.milliWattHours();
    }

    byte[] of(String text) {
        return Arrays.copyOf(digest.digest(text.getBytes(StandardCharsets.UTF_8)), LENGTH);
    }
}
