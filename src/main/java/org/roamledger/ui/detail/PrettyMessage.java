package org.roamledger.ui.detail;

import org.roamledger.session.RawMessage;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import java.util.ArrayList;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A message laid out to be read. Nothing but the space between its parts is changed, so that every
/// digit is the one that was sent.
final class PrettyMessage {

    private static final String STEP = "  ";
    private static final Pattern XML_PART =
            Pattern.compile("(?s)<!--.*?-->|<!\\[CDATA\\[.*?]]>|<[^>]*>|[^<]+");
    private static final JsonMapper JSON = JsonMapper.shared();

    private PrettyMessage() {}

    static String of(RawMessage message) {
        return switch (message.form()) {
            case OCPI_CDR, OICP_CDR -> json(message.text());
            case EMIP_CDR -> xml(message.text());
            case REPORT_ROW -> row(message.text());
        };
    }

    private static String json(String text) {
        var out = new StringBuilder(2 * text.length());
        var depth = 0;
        var inString = false;
        for (var at = 0; at < text.length(); at++) {
            var sign = text.charAt(at);
            if (inString) {
                out.append(sign);
                if (sign == '\\' && at + 1 < text.length()) {
                    out.append(text.charAt(++at));
                }
                inString = sign != '"';
                continue;
            }
            switch (sign) {
                case '"' -> {
                    inString = true;
                    out.append(sign);
                }
                case '{', '[' -> {
                    out.append(sign);
                    var end = next(text, at + 1);
                    if (end < text.length() && isEnd(text.charAt(end))) {
                        out.append(text.charAt(end));
                        at = end;
                    } else {
                        newLine(out, ++depth);
                    }
                }
                case '}', ']' -> {
                    depth = Math.max(0, depth - 1);
                    newLine(out, depth);
                    out.append(sign);
                }
                case ',' -> {
                    out.append(sign);
                    newLine(out, depth);
                }
                case ':' -> out.append(": ");
                case ' ', '\t', '\r', '\n' -> {}
                default -> out.append(sign);
            }
        }
        return out.toString();
    }

    private static int next(String text, int from) {
        var at = from;
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isEnd(char sign) {
        return sign == '}' || sign == ']';
    }

    private static void newLine(StringBuilder out, int depth) {
        out.append('\n').repeat(STEP, depth);
    }

    /// An element that holds only text stays on one line.
    private static String xml(String text) {
        var parts = new ArrayList<String>();
        var finder = XML_PART.matcher(text);
        while (finder.find()) {
            if (!finder.group().isBlank()) {
                parts.add(finder.group().strip());
            }
        }
        var out = new StringBuilder(2 * text.length());
        var depth = 0;
        for (var i = 0; i < parts.size(); i++) {
            var part = parts.get(i);
            var closes = part.startsWith("</");
            if (closes) {
                depth = Math.max(0, depth - 1);
            }
            var onSameLine =
                    i > 0
                            && (!part.startsWith("<")
                                    || (closes && !parts.get(i - 1).startsWith("<")));
            if (!onSameLine && i > 0) {
                newLine(out, depth);
            }
            out.append(part);
            var opens = part.startsWith("<") && !closes && !part.endsWith("/>") && !isAside(part);
            if (opens) {
                depth++;
            }
        }
        return out.toString();
    }

    private static boolean isAside(String part) {
        return part.startsWith("<?") || part.startsWith("<!");
    }

    /// The row is kept as one JSON object of texts.
    private static String row(String text) {
        try {
            return JSON.readTree(text).properties().stream()
                    .map(entry -> entry.getKey() + ": " + entry.getValue().asString())
                    .collect(Collectors.joining("\n"));
        } catch (JacksonException _) {
            return text;
        }
    }
}
