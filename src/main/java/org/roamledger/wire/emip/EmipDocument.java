package org.roamledger.wire.emip;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.io.ByteArrayOutputStream;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;

/// The messages of an XML document as trees, found by their names alone: partners leave out the
/// SOAP envelope, change prefixes and the order of elements.
///
/// Nothing outside of the document is ever opened, and a document with a document type definition
/// is refused: eMIP has none, and it is the door to other files and to endless texts.
///
/// @param requests each `SetChargeDetailRecordRequest` by the names of its elements; a name that
///   occurs several times has a list
/// @param isEmip whether any message of eMIP stands in it
/// @param isUtf8 whether its bytes are UTF-8
record EmipDocument(List<ObjectNode> requests, boolean isEmip, boolean isUtf8) {

    static final String RECORD = "chargeDetailRecord";

    private static final String REQUEST = "SetChargeDetailRecordRequest";
    private static final String MESSAGE = "eMIP_";
    private static final int DEEPEST = 16;
    private static final int LONGEST_DECLARATION = 200;
    private static final Pattern DECLARED_ENCODING =
            Pattern.compile("<\\?xml[^>]*\\sencoding\\s*=\\s*[\"']([^\"']*)[\"']");
    private static final XMLInputFactory XML = factory();

    /// @throws XMLStreamException if it is no well-formed XML or has a document type definition
    static EmipDocument of(byte[] xml) throws XMLStreamException {
        var requests = new ArrayList<ObjectNode>();
        var isEmip = false;
        var charset = charset(xml);
        var reader = XML.createXMLStreamReader(new StringReader(decoded(xml, charset)));
        try {
            while (reader.hasNext()) {
                var event = reader.next();
                if (event == XMLStreamConstants.DTD) {
                    throw new XMLStreamException(
                            "a document type definition (DOCTYPE) is not allowed");
                }
                if (event != XMLStreamConstants.START_ELEMENT) {
                    continue;
                }
                var name = name(reader);
                isEmip |= name.startsWith(MESSAGE);
                if (name.endsWith(REQUEST)) {
                    requests.add(tree(reader));
                } else if (name.equals(RECORD)) {
                    var request = JsonNodeFactory.instance.objectNode();
                    request.set(RECORD, tree(reader));
                    requests.add(request);
                }
            }
        } finally {
            reader.close();
        }
        return new EmipDocument(
                requests, isEmip || !requests.isEmpty(), charset.equals(StandardCharsets.UTF_8));
    }

    /// By the byte order mark, else the first bytes, else the declaration (XML 1.0, appendix F).
    private static Charset charset(byte[] xml) throws XMLStreamException {
        var begin =
                new String(
                        xml,
                        0,
                        Math.min(xml.length, LONGEST_DECLARATION),
                        StandardCharsets.ISO_8859_1);
        if (begin.startsWith("\u00fe\u00ff") || begin.startsWith("\0<")) {
            return StandardCharsets.UTF_16BE;
        }
        if (begin.startsWith("\u00ff\u00fe") || begin.startsWith("<\0")) {
            return StandardCharsets.UTF_16LE;
        }
        var declared = DECLARED_ENCODING.matcher(begin);
        try {
            return declared.find() ? Charset.forName(declared.group(1)) : StandardCharsets.UTF_8;
        } catch (IllegalArgumentException e) {
            throw new XMLStreamException("an encoding that is not known", e);
        }
    }

    /// The parser is given text: of bytes that do not fit their encoding it would complain on the
    /// error stream.
    private static String decoded(byte[] xml, Charset charset) throws XMLStreamException {
        try {
            var text = charset.newDecoder().decode(ByteBuffer.wrap(xml)).toString();
            return text.startsWith("\ufeff") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new XMLStreamException("bytes that are not " + charset, e);
        }
    }

    private static ObjectNode tree(XMLStreamReader reader) throws XMLStreamException {
        return value(reader, 0) instanceof ObjectNode tree
                ? tree
                : JsonNodeFactory.instance.objectNode();
    }

    /// Reads up to the end of the element that was just begun: its elements, or else its text.
    private static JsonNode value(XMLStreamReader reader, int depth) throws XMLStreamException {
        if (depth > DEEPEST) {
            throw new XMLStreamException("elements in elements, too deep for a record");
        }
        var tree = JsonNodeFactory.instance.objectNode();
        var text = new StringBuilder();
        while (reader.next() != XMLStreamConstants.END_ELEMENT) {
            if (reader.isStartElement()) {
                add(tree, name(reader), value(reader, depth + 1));
            } else if (reader.isCharacters()) {
                text.append(reader.getText());
            }
        }
        return tree.isEmpty() ? JsonNodeFactory.instance.stringNode(text.toString().strip()) : tree;
    }

    private static void add(ObjectNode tree, String name, JsonNode value) {
        switch (tree.get(name)) {
            case null -> tree.set(name, value);
            case ArrayNode values -> values.add(value);
            case JsonNode first ->
                    tree.set(name, JsonNodeFactory.instance.arrayNode().add(first).add(value));
        }
    }

    /// Without its prefix, which may not even be declared where an envelope was cut away.
    private static String name(XMLStreamReader reader) {
        var name = reader.getLocalName();
        return name.substring(name.indexOf(':') + 1);
    }

    /// A request as a document of its own, for one that was sent together with others: its elements
    /// and texts, without what stood around them.
    static byte[] written(ObjectNode request) {
        var bytes = new ByteArrayOutputStream();
        try {
            var writer = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(bytes, "UTF-8");
            write(writer, REQUEST, request);
            writer.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("memory takes everything", e);
        }
        return bytes.toByteArray();
    }

    private static void write(XMLStreamWriter writer, String name, JsonNode value)
            throws XMLStreamException {
        switch (value) {
            case ArrayNode values -> {
                for (var each : values) {
                    write(writer, name, each);
                }
            }
            case ObjectNode tree -> {
                writer.writeStartElement(name);
                for (var field : tree.properties()) {
                    write(writer, field.getKey(), field.getValue());
                }
                writer.writeEndElement();
            }
            default -> {
                writer.writeStartElement(name);
                writer.writeCharacters(value.stringValue());
                writer.writeEndElement();
            }
        }
    }

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        factory.setXMLResolver(
                (_, systemId, _, _) -> {
                    throw new XMLStreamException("nothing outside is read: " + systemId);
                });
        return factory;
    }
}
