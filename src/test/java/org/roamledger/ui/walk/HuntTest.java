package org.roamledger.ui.walk;

import static org.roamledger.ui.OpenWindow.doOnScreen;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.*;
import javafx.scene.text.Text;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.roamledger.ui.Screens;
import org.roamledger.ui.shell.Look;
import org.roamledger.ui.shell.Look.Theme;

import java.io.*;
import java.nio.charset.StandardCharsets;
import java.nio.file.*;
import java.util.*;
import java.util.regex.*;

@Tag("screen")
class HuntTest {
    static final Pattern PART = Pattern.compile("\\{[^}]*}|.", Pattern.DOTALL);

    static void write(String bundle) throws Exception {
        var english = new Properties();
        try (var texts =
                HuntTest.class.getClassLoader().getResourceAsStream(bundle + ".properties")) {
            english.load(new InputStreamReader(texts, StandardCharsets.UTF_8));
            var out = new Properties();
            english.stringPropertyNames()
                    .forEach(
                            k -> {
                                var b = new StringBuilder();
                                PART.matcher(english.getProperty(k))
                                        .results()
                                        .forEach(
                                                m -> {
                                                    var g = m.group();
                                                    b.append(
                                                            g.length() > 1
                                                                    ? g
                                                                    : g.matches("[a-z]")
                                                                            ? "ø"
                                                                            : g.matches("[A-Z]")
                                                                                    ? "Ø"
                                                                                    : g);
                                                });
                                out.setProperty(k, b.toString());
                            });
            var classes = HuntTest.class.getProtectionDomain().getCodeSource().getLocation();
            var file = Path.of(classes.toURI()).resolve(bundle + "_en_XB.properties");
            Files.createDirectories(file.getParent());
            try (var w = Files.newBufferedWriter(file)) {
                out.store(w, null);
            }
        }
    }

    @Test
    void hunt() throws Exception {
        for (var b : List.of("ui", "problem", "report", "document", "ui/help"))
            write("org/roamledger/" + b + "/messages");
        var all = new TreeMap<String, String>();
        for (var screen : Screens.all()) {
            try (var window =
                    screen.show(
                            new Look(Theme.LIGHT, Locale.forLanguageTag("en-XB")), 1600, 1200)) {
                var scene = screen.scene(window);
                doOnScreen(
                        () -> {
                            scene.getRoot().applyCss();
                            scene.getRoot().layout();
                            walk(scene.getRoot(), screen.name(), all);
                            if (scene.getWindow() instanceof javafx.stage.Stage s)
                                put(s.getTitle(), screen.name(), "title", all);
                        });
            } catch (Throwable e) {
                System.out.println("FAILED " + screen.name() + " " + e);
            }
        }
        try (var w = Files.newBufferedWriter(Path.of("/tmp/hunt.txt"))) {
            for (var e : all.entrySet())
                w.write(e.getValue() + " | " + e.getKey().replace('\n', '~') + "\n");
        }
    }

    static void put(String t, String s, String w, Map<String, String> all) {
        if (t != null && t.matches("(?s).*[A-Za-z]{2,}.*")) all.putIfAbsent(t, s + " " + w);
    }

    static void walk(Node n, String s, Map<String, String> all) {
        var w = n.getClass().getSimpleName() + "#" + n.getId() + "." + n.getStyleClass();
        if (n instanceof Labeled l) put(l.getText(), s, w, all);
        if (n instanceof Text l) put(l.getText(), s, w, all);
        if (n instanceof TextInputControl l) {
            put(l.getText(), s, w, all);
            put(l.getPromptText(), s, w + "prompt", all);
        }
        if (n instanceof Control c && c.getTooltip() != null)
            put(c.getTooltip().getText(), s, w + " tip", all);
        if (n instanceof MenuButton b) menu(b.getItems(), s, all);
        if (n instanceof MenuBar b)
            for (var m : b.getMenus()) {
                put(m.getText(), s, "menu", all);
                menu(m.getItems(), s, all);
            }
        if (n instanceof Control c && c.getContextMenu() != null)
            menu(c.getContextMenu().getItems(), s, all);
        put(n.getAccessibleText(), s, w + " acc", all);
        put(n.getAccessibleHelp(), s, w + " help", all);
        put(n.getAccessibleRoleDescription(), s, w + " role", all);
        if (n instanceof Parent p) p.getChildrenUnmodifiable().forEach(c -> walk(c, s, all));
    }

    static void menu(List<MenuItem> items, String s, Map<String, String> all) {
        for (var i : items) {
            put(i.getText(), s, "item", all);
            if (i instanceof Menu m) menu(m.getItems(), s, all);
        }
    }
}
