package org.roamledger.importing;

import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageRelationshipTypes;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.xml.parsers.ParserConfigurationException;

/// The parts of a workbook beside its sheets, and the way all parts are parsed.
final class XlsxParts {

    private static final Pattern ESCAPE = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private static final List<String> WORKBOOK =
            List.of(
                    PackageRelationshipTypes.CORE_DOCUMENT,
                    PackageRelationshipTypes.STRICT_CORE_DOCUMENT);

    private XlsxParts() {}

    /// The reader of a package that has a workbook.
    ///
    /// @throws POIXMLException if the part that should be the workbook is not there, where POI
    ///   itself only stumbles
    static XSSFReader reader(OPCPackage zip) throws IOException, OpenXML4JException {
        if (WORKBOOK.stream().allMatch(type -> zip.getPartsByRelationshipType(type).isEmpty())) {
            throw new POIXMLException("no workbook part");
        }
        return new XSSFReader(zip);
    }

    /// Gets a part.
    @FunctionalInterface
    interface Part<T extends @Nullable Object> {
        T open() throws IOException, OpenXML4JException;
    }

    /// A part that the workbook names.
    ///
    /// @throws POIXMLException if it is not there, where POI blames the caller
    static <T extends @Nullable Object> T named(Part<T> part)
            throws IOException, OpenXML4JException {
        try {
            return part.open();
        } catch (IllegalArgumentException e) {
            throw new POIXMLException("a part is missing", e);
        }
    }

    /// Parses without following anything outside of the part.
    ///
    /// @throws IOException also if the part is no well-formed XML
    static void parse(InputStream part, DefaultHandler handler) throws IOException {
        try (part) {
            var parser = XMLHelper.newXMLReader();
            parser.setContentHandler(handler);
            parser.setErrorHandler(handler);
            parser.parse(new InputSource(part));
        } catch (SAXException e) {
            if (e.getCause() instanceof IOException cause) {
                throw cause;
            }
            throw new IOException(e.getMessage(), e);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("no XML parser", e);
        }
    }

    /// Takes back `_x000D_`, by which a workbook writes what XML cannot (ECMA-376 part 1,
    /// 22.9.2.19).
    static String unescaped(String text) {
        return text.contains("_x")
                ? ESCAPE.matcher(text)
                        .replaceAll(
                                found ->
                                        Matcher.quoteReplacement(
                                                Character.toString(
                                                        Integer.parseInt(found.group(1), 16))))
                : text;
    }

    /// Whether the workbook counts days from 1904 on.
    static boolean countsFrom1904(InputStream workbook) throws IOException {
        var found = new boolean[1];
        parse(
                workbook,
                new DefaultHandler() {
                    @Override
                    public void startElement(
                            String uri, String name, String qName, Attributes attributes) {
                        if (name.equals("workbookPr")) {
                            var value = attributes.getValue("date1904");
                            found[0] = "1".equals(value) || "true".equals(value);
                        }
                    }
                });
        return found[0];
    }

    /// The shared strings: rich text as plain text, without phonetic hints.
    static CompactStrings strings(InputStream part) throws IOException {
        var strings = new CompactStrings();
        parse(part, new StringsHandler(strings));
        return strings;
    }

    private static final class StringsHandler extends DefaultHandler {

        private final CompactStrings strings;
        private final StringBuilder text = new StringBuilder();
        private boolean isText;
        private boolean isPhonetic;

        private StringsHandler(CompactStrings strings) {
            this.strings = strings;
        }

        @Override
        public void startElement(String uri, String name, String qName, Attributes attributes) {
            switch (name) {
                case "si" -> text.setLength(0);
                case "t" -> isText = !isPhonetic;
                case "rPh" -> isPhonetic = true;
                default -> {}
            }
        }

        @Override
        public void characters(char[] chars, int start, int length) {
            if (isText) {
                text.append(chars, start, length);
            }
        }

        @Override
        public void endElement(String uri, String name, String qName) throws SAXException {
            switch (name) {
                case "t" -> isText = false;
                case "rPh" -> isPhonetic = false;
                case "si" -> {
                    try {
                        strings.add(unescaped(text.toString()));
                    } catch (IOException e) {
                        throw new SAXException(e);
                    }
                }
                default -> {}
            }
        }
    }
}
