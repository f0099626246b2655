package org.roamledger.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

import java.util.List;
import java.util.Locale;

/// Reads a language in which documents are written.
final class Language implements ITypeConverter<Locale> {

    private static final List<String> WRITTEN = List.of("en", "sv", "de", "fr", "fi", "nl");

    @Override
    public Locale convert(String tag) {
        var locale = Locale.forLanguageTag(tag.replace('_', '-'));
        if (!WRITTEN.contains(locale.getLanguage())) {
            throw new TypeConversionException(
                    "documents are written in %s, not in \"%s\""
                            .formatted(String.join(", ", WRITTEN), tag));
        }
        return locale;
    }
}
