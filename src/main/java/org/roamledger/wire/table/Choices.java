package org.roamledger.wire.table;

import org.roamledger.session.Access;
import org.roamledger.session.Folded;
import org.roamledger.session.FreeUsage;
import org.roamledger.session.PlugType;

/// The words of closed lists, in the languages in which reports are made (en, sv, de, fr, fi, nl).
/// A word that is not known is unknown, never the nearest one.
final class Choices {

    private Choices() {}

    static Access access(String text) {
        return switch (Folded.of(text)) {
            case "public",
                    "publik",
                    "offentlig",
                    "offentlich",
                    "publique",
                    "julkinen",
                    "openbaar" ->
                    Access.PUBLIC;
            case "private", "privat", "prive", "privee", "yksityinen" -> Access.PRIVATE;
            default -> Access.UNKNOWN;
        };
    }

    static FreeUsage freeUsage(String text) {
        return switch (Folded.of(text)) {
            case "yes", "true", "1", "y", "ja", "oui", "kylla" -> FreeUsage.YES;
            case "no", "false", "0", "n", "nej", "nein", "non", "ei", "nee" -> FreeUsage.NO;
            default -> FreeUsage.UNKNOWN;
        };
    }

    static PlugType plugType(String text) {
        return switch (Folded.of(text)) {
            case "ac" -> PlugType.AC;
            case "dc" -> PlugType.DC;
            default -> PlugType.UNKNOWN;
        };
    }
}
