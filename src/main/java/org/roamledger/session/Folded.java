package org.roamledger.session;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/// Text made comparable: without case, accents and surrounding space.
public final class Folded {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private Folded() {}

    /// Lower case in the root locale (in Turkish, "I" would become "ı"), accents removed, stripped.
    public static String of(String text) {
        if (isAscii(text)) {
            return text.strip().toLowerCase(Locale.ROOT);
        }
        var plain = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
        return plain.strip().toLowerCase(Locale.ROOT);
    }

    private static boolean isAscii(String text) {
        for (var i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0x7F) {
                return false;
            }
        }
        return true;
    }
}
