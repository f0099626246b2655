import org.w3c.dom.Element;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Polygon;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;

/// Draws the icon of every system from `roamledger.svg`, as `java installer/common/Icons.java
/// FOLDER`.
///
/// Knows as much of SVG as the icon uses: filled rectangles and polygons in a box of 512.
final class Icons {

    private static final double BOX = 512;
    private static final List<Integer> SIZES = List.of(16, 32, 48, 64, 128, 256, 512);

    /// Names of sizes in a file of icons for macOS.
    private static final SortedMap<String, Integer> MAC =
            new TreeMap<>(
                    Map.of(
                            "icp4", 16, "icp5", 32, "icp6", 64, "ic07", 128, "ic08", 256, "ic09",
                            512));

    private Icons() {}

    public static void main(String[] args) throws Exception {
        System.setProperty("java.awt.headless", "true");
        var folder = Path.of(args[0]);
        var icon =
                DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(folder.resolve("roamledger.svg").toFile())
                        .getDocumentElement();
        var pictures = new LinkedHashMap<Integer, byte[]>();
        for (var size : SIZES) {
            var png = png(icon, size);
            pictures.put(size, png);
            Files.write(folder.resolve("roamledger-" + size + ".png"), png);
        }
        Files.write(folder.resolve("roamledger.ico"), windows(pictures));
        Files.write(folder.resolve("roamledger.icns"), mac(pictures));
    }

    private static byte[] png(Element icon, int size) throws IOException {
        var picture = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
        var pen = picture.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        pen.scale(size / BOX, size / BOX);
        draw(icon, pen);
        pen.dispose();
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", bytes);
        return bytes.toByteArray();
    }

    private static void draw(Element icon, Graphics2D pen) {
        var parts = icon.getElementsByTagName("*");
        for (var i = 0; i < parts.getLength(); i++) {
            if (parts.item(i) instanceof Element part && part.hasAttribute("fill")) {
                pen.setColor(Color.decode(part.getAttribute("fill")));
                pen.fill(shape(part));
            }
        }
    }

    private static Shape shape(Element part) {
        return switch (part.getTagName()) {
            case "rect" ->
                    new RoundRectangle2D.Double(
                            number(part, "x"),
                            number(part, "y"),
                            number(part, "width"),
                            number(part, "height"),
                            2 * number(part, "rx"),
                            2 * number(part, "rx"));
            case "polygon" -> {
                var polygon = new Polygon();
                for (var point : part.getAttribute("points").split(" ")) {
                    var ends = point.split(",");
                    polygon.addPoint(Integer.parseInt(ends[0]), Integer.parseInt(ends[1]));
                }
                yield polygon;
            }
            default -> throw new IllegalArgumentException(part.getTagName());
        };
    }

    private static double number(Element part, String name) {
        var value = part.getAttribute(name);
        return value.isEmpty() ? 0 : Double.parseDouble(value);
    }

    /// A directory of PNG files; 256 is written as 0.
    private static byte[] windows(Map<Integer, byte[]> pictures) {
        var chosen = new LinkedHashMap<>(pictures);
        chosen.remove(512);
        var offset = 6 + 16 * chosen.size();
        var bytes =
                ByteBuffer.allocate(
                                offset + chosen.values().stream().mapToInt(png -> png.length).sum())
                        .order(ByteOrder.LITTLE_ENDIAN);
        bytes.putShort((short) 0).putShort((short) 1).putShort((short) chosen.size());
        for (var each : chosen.entrySet()) {
            var side = (byte) (each.getKey() == 256 ? 0 : each.getKey());
            bytes.put(side).put(side).put((byte) 0).put((byte) 0);
            bytes.putShort((short) 1).putShort((short) 32);
            bytes.putInt(each.getValue().length).putInt(offset);
            offset += each.getValue().length;
        }
        chosen.values().forEach(bytes::put);
        return bytes.array();
    }

    private static byte[] mac(Map<Integer, byte[]> pictures) {
        var length =
                8
                        + MAC.entrySet().stream()
                                .mapToInt(each -> 8 + pictures.get(each.getValue()).length)
                                .sum();
        var bytes = ByteBuffer.allocate(length);
        bytes.put("icns".getBytes(StandardCharsets.US_ASCII)).putInt(length);
        for (var each : MAC.entrySet()) {
            var png = pictures.get(each.getValue());
            bytes.put(each.getKey().getBytes(StandardCharsets.US_ASCII))
                    .putInt(8 + png.length)
                    .put(png);
        }
        return bytes.array();
    }
}
