package org.roamledger.session;

import java.util.Locale;

/// The roaming network through which a session came. Unknown networks keep their text.
public record Network(String code) {

    public static final Network HUBJECT = new Network("HUBJECT");
    public static final Network GIREVE = new Network("GIREVE");
    public static final Network OCPI = new Network("OCPI");

    /// Recognises the three networks in any case and with or without accents (`Girève`).
    public static Network of(String text) {
        return switch (Folded.of(text)) {
            case "hubject" -> HUBJECT;
            case "gireve" -> GIREVE;
            case "ocpi" -> OCPI;
            default -> new Network(text.strip());
        };
    }

    /// As it is shown and exported: `Hubject`, `Gireve`, `OCPI`, or the text that was sent.
    public String label() {
        return switch (code) {
            case "HUBJECT" -> "Hubject";
            case "GIREVE" -> "Gireve";
            default -> code;
        };
    }

    /// Stable form for comparing and for keys.
    public String key() {
        return code.toUpperCase(Locale.ROOT);
    }
}
