package org.roamledger.wire.ocmf;

import org.jspecify.annotations.Nullable;
import org.roamledger.session.ChargeMethod;
import org.roamledger.session.Energy;
import org.roamledger.session.PlugType;

import java.util.List;
import java.util.stream.Stream;

/// What signed meter data says about a session.
///
/// @param readings its readings, in their order
/// @param flags how the user was identified (`IF`), upper case
/// @param idType what identified the user (`IT`), upper case; empty if not told
public record OcmfRecord(List<OcmfReading> readings, List<String> flags, String idType) {

    public OcmfRecord {
        readings = List.copyOf(readings);
        flags = List.copyOf(flags);
    }

    /// This record and one that was sent after it, as one: begin and end often come apart.
    public OcmfRecord and(OcmfRecord later) {
        return new OcmfRecord(
                Stream.concat(readings.stream(), later.readings.stream()).toList(),
                Stream.concat(flags.stream(), later.flags.stream()).distinct().toList(),
                idType.isEmpty() ? later.idType : idType);
    }

    /// The first reading at a begin, if it is sound.
    public @Nullable Energy meterStart() {
        var begin = begin();
        return begin == null || !begin.sound() ? null : begin.value();
    }

    /// The last reading at an end, if it is sound. Where a begin tells which register was read,
    /// only that register counts: a meter may report several.
    public @Nullable Energy meterStop() {
        var begin = begin();
        return readings.stream()
                .filter(OcmfReading::isEnd)
                .filter(end -> begin == null || end.register().equals(begin.register()))
                .reduce((_, last) -> last)
                .filter(OcmfReading::sound)
                .map(OcmfReading::value)
                .orElse(null);
    }

    /// AC or DC where all readings that tell it agree.
    public PlugType current() {
        var told =
                readings.stream()
                        .map(OcmfReading::current)
                        .filter(current -> current != PlugType.UNKNOWN)
                        .distinct()
                        .toList();
        return told.size() == 1 ? told.getFirst() : PlugType.UNKNOWN;
    }

    /// How the session was started, as far as the identification of the user tells it;
    /// [ChargeMethod#UNKNOWN] if it does not.
    ///
    /// A card transaction number is a payment at the terminal, `CENTRAL_2` a start by the operator,
    /// `CENTRAL_1` and OCPP's remote start one by phone (OCMF 1.4, tables 13 to 17).
    public ChargeMethod chargeMethod() {
        if (idType.equals("CARD_TXN_NR")) {
            return ChargeMethod.ONETIME;
        }
        if (flags.contains("ISO15118_PNC")) {
            return ChargeMethod.PLUG_AND_CHARGE;
        }
        if (idType.equals("CENTRAL_2")) {
            return ChargeMethod.ADMIN;
        }
        if (flags.stream()
                .anyMatch(flag -> flag.startsWith("RFID_") && !flag.equals("RFID_NONE"))) {
            return ChargeMethod.RFID;
        }
        return flags.contains("OCPP_RS")
                        || flags.contains("OCPP_RS_TLS")
                        || idType.equals("CENTRAL_1")
                ? ChargeMethod.APP
                : ChargeMethod.UNKNOWN;
    }

    private @Nullable OcmfReading begin() {
        return readings.stream().filter(OcmfReading::isBegin).findFirst().orElse(null);
    }
}
