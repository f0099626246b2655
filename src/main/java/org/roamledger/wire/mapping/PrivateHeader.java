package org.roamledger.wire.mapping;

import org.roamledger.session.Folded;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Recognises columns that tell who drove: ids of users, contracts, cards and tokens. They are none
/// of the report's business and are never read.
public final class PrivateHeader {

    private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}]+");
    private static final Set<String> WORDS =
            Set.of(
                    "user",
                    "username",
                    "driver",
                    "contract",
                    "token",
                    "uid",
                    "rfid",
                    "evco",
                    "evcoid",
                    "emaid",
                    "card",
                    "plate",
                    "vin",
                    "email",
                    "nutzer",
                    "benutzer",
                    "fahrer",
                    "vertrag",
                    "vertragsnummer",
                    "ladekarte",
                    "kartennummer",
                    "kennzeichen",
                    "forare",
                    "anvandare",
                    "avtal",
                    "kort",
                    "conducteur",
                    "utilisateur",
                    "contrat",
                    "carte",
                    "bestuurder",
                    "gebruiker",
                    "kuljettaja");
    private static final List<String> PARTS =
            List.of("evuser", "userid", "contractid", "tokenuid", "authid", "evcoid", "cardid");

    private PrivateHeader() {}

    /// Whether a header seems to name drivers' data. A header by which a report names one of its
    /// own columns does not.
    public static boolean is(String header) {
        if (HeaderText.isAlias(header)) {
            return false;
        }
        var squeezed = HeaderText.squeezed(header);
        return PARTS.stream().anyMatch(squeezed::contains)
                || Arrays.stream(NO_LETTER.split(Folded.of(header), -1)).anyMatch(WORDS::contains);
    }
}
