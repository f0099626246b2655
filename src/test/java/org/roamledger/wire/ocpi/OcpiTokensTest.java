package org.roamledger.wire.ocpi;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.roamledger.session.PartyId;
import org.roamledger.wire.record.Json;

import java.util.Optional;

class OcpiTokensTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    "auth_id": "DE8EOC12345678", "issuer": "Eight"          | DE-8EO
                    "auth_id": "4711", "issuer": "Eight"                    | Eight
                    "auth_id": "4711"                                       |
                    "contract_id": "DE8EOC12345678", "country_code": "NL", "party_id": "TNM" | NL-TNM
                    """)
    void namesTheProviderByPartyThenContractThenIssuer(String fields, @Nullable String provider) {
        assertThat(read(fields).orElseThrow().provider())
                .isEqualTo(provider == null ? null : new PartyId(provider));
    }

    @Test
    void keepsWhatIdentifiesTheToken() {
        assertThat(read("\"uid\": \"04A2\", \"type\": \"other\", \"auth_id\": \" 4711 \""))
                .contains(new KnownToken("4711", "04A2", "OTHER", null));
    }

    @Test
    void passesOverATokenWithoutContract() {
        assertThat(read("\"uid\": \"04A2\"")).isEmpty();
    }

    @Test
    void agreesWithAnotherTokenOfTheContractOnWhatIsTheSame() {
        var card = new KnownToken("4711", "04A2", "RFID", new PartyId("DE-8EO"));
        var app = new KnownToken("4711", "app-1", "APP_USER", new PartyId("DE*8EO"));
        assertThat(card.and(app)).isEqualTo(new KnownToken("4711", "", "", new PartyId("DE-8EO")));
        assertThat(card.and(new KnownToken("4711", "04A2", "RFID", null)))
                .isEqualTo(new KnownToken("4711", "04A2", "RFID", null));
    }

    private static Optional<KnownToken> read(String fields) {
        return OcpiTokens.read(Json.tree(CdrText.bytes("{" + fields + "}")));
    }
}
