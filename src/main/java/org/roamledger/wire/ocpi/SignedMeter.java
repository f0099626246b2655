package org.roamledger.wire.ocpi;

import org.jspecify.annotations.Nullable;
import org.roamledger.session.ChargeMethod;
import org.roamledger.session.Energy;
import org.roamledger.session.PlugType;
import org.roamledger.session.Provenance;
import org.roamledger.wire.ocmf.Ocmf;
import org.roamledger.wire.ocmf.OcmfRecord;
import org.roamledger.wire.record.Fields;

import tools.jackson.databind.JsonNode;

import java.util.Optional;
import java.util.stream.Stream;

/// The signed meter data of a CDR (`signed_data`, OCPI 2.2 and later), as far as it is OCMF.
///
/// @param sent whether there is any
/// @param ocmf what it says, absent if it cannot be read
record SignedMeter(boolean sent, @Nullable OcmfRecord ocmf) {

    static final Provenance FROM_OCMF = Provenance.computed("signed_data, OCMF");

    private static final Provenance READ = Provenance.reported("signed_data, OCMF");
    private static final Provenance NOT_OCMF = Provenance.missing("signed_data is not OCMF");
    private static final Provenance NO_READING =
            Provenance.missing("signed_data, OCMF: no such sound reading");

    /// Implementers fill a signed value in three ways: all of OCMF in `signed_data`, as it is or in
    /// Base64; the same with the payload repeated in `plain_data`; payload and signature apart.
    static SignedMeter of(JsonNode cdr) {
        var values = cdr.path("signed_data").path("signed_values");
        var ocmf =
                values.valueStream()
                        .flatMap(value -> ocmf(value).stream())
                        .reduce(OcmfRecord::and)
                        .orElse(null);
        return new SignedMeter(!values.isEmpty(), ocmf);
    }

    private static Optional<OcmfRecord> ocmf(JsonNode value) {
        return Stream.of("signed_data", "plain_data")
                .flatMap(field -> Stream.ofNullable(Fields.text(value, field)))
                .flatMap(text -> Ocmf.read(text).stream())
                .findFirst();
    }

    @Nullable Energy start() {
        return ocmf == null ? null : ocmf.meterStart();
    }

    @Nullable Energy stop() {
        return ocmf == null ? null : ocmf.meterStop();
    }

    /// Where a reading comes from or why it is missing; absent if no signed data was sent.
    @Nullable Provenance from(@Nullable Energy reading) {
        if (!sent) {
            return null;
        }
        return ocmf == null ? NOT_OCMF : reading == null ? NO_READING : READ;
    }

    PlugType current() {
        return ocmf == null ? PlugType.UNKNOWN : ocmf.current();
    }

    /// How the station says that the session was started.
    ChargeMethod chargeMethod() {
        return ocmf == null ? ChargeMethod.UNKNOWN : ocmf.chargeMethod();
    }
}
