package org.roamledger.ui.walk;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.regex.Pattern;

/// English whose texts are all 40 % longer, as other languages may be.
///
/// It is made where the compiled tests are, as a bundle like those of the languages.
public final class PseudoLanguage {

    /// The language's agreed name for such purposes.
    public static final Locale LOCALE = Locale.forLanguageTag("en-XA");

    private static final Pattern PART = Pattern.compile("\\{[^}]*}|_.|.", Pattern.DOTALL);
    private static final double LONGER = 1.4;

    private PseudoLanguage() {}

    /// To be called before a window in this language is opened.
    public static synchronized void make() {
        for (var bundle : List.of("ui", "problem")) {
            write("org/roamledger/" + bundle + "/messages");
        }
    }

    private static void write(String bundle) {
        var english = new Properties();
        try (var texts =
                PseudoLanguage.class.getClassLoader().getResourceAsStream(bundle + ".properties")) {
            english.load(new InputStreamReader(texts, StandardCharsets.UTF_8));
            var longer = new Properties();
            english.stringPropertyNames()
                    .forEach(key -> longer.setProperty(key, longer(english.getProperty(key))));
            var classes = PseudoLanguage.class.getProtectionDomain().getCodeSource().getLocation();
            var file = Path.of(classes.toURI()).resolve(bundle + "_en_XA.properties");
            Files.createDirectories(file.getParent());
            try (var writer = Files.newBufferedWriter(file)) {
                longer.store(writer, null);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Letters are said twice, from the start, until the text is long enough.
    static String longer(String text) {
        var parts = PART.matcher(text).results().map(found -> found.group()).toList();
        var letters = parts.stream().filter(PseudoLanguage::isLetter).count();
        var more = Math.ceil(letters * (LONGER - 1));
        var step = Math.max(1, letters / Math.max(1, more));
        var out = new StringBuilder();
        var seen = 0;
        var added = 0;
        for (var part : parts) {
            out.append(part);
            if (isLetter(part) && added < more && Math.floor(seen++ / step) >= added) {
                out.append(part);
                added++;
            }
        }
        return out.toString();
    }

    private static boolean isLetter(String part) {
        return part.length() == 1 && Character.isLetter(part.charAt(0));
    }
}
