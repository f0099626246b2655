package org.roamledger.export;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/// The strings that cells of a workbook refer to by number, each once: those of the frame, then
/// those that are added. For one thread.
final class SharedStrings {

    private static final String CLOSE = "</sst>";

    private final Map<String, Integer> added = new LinkedHashMap<>();
    private final int first;

    /// @param first number of the first string to be added
    SharedStrings(int first) {
        this.first = first;
    }

    int number(String text) {
        return added.computeIfAbsent(text, _ -> first + added.size());
    }

    /// The whole part.
    ///
    /// @param frame the part as the frame has it
    byte[] part(byte[] frame) {
        var xml = new String(frame, StandardCharsets.UTF_8);
        var begin = xml.indexOf('>', xml.indexOf("<sst")) + 1;
        var end = xml.lastIndexOf(CLOSE);
        if (begin <= 0 || end < begin) {
            throw new IllegalStateException("unexpected shared strings: " + xml);
        }
        var part = new Bytes(xml.length() + 64 * added.size());
        part.put("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n");
        part.put("<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"");
        part.put(" uniqueCount=\"%d\">".formatted(first + added.size()));
        part.put(xml.substring(begin, end));
        for (var text : added.keySet()) {
            part.put("<si>");
            part.put(XmlText.item(text));
            part.put("</si>");
        }
        part.put(CLOSE);
        return part.toArray();
    }
}
