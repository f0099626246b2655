package org.roamledger.ui.help;

import org.roamledger.session.Folded;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/// The words of the help, in one language.
final class HelpText {

    private final ResourceBundle texts;

    HelpText(Locale locale) {
        // The language that was asked for, else English; never that of the workstation.
        texts =
                ResourceBundle.getBundle(
                        "org.roamledger.ui.help.messages",
                        locale,
                        ResourceBundle.Control.getNoFallbackControl(
                                ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    String title(HelpTopic topic) {
        return texts.getString(topic.key() + ".title");
    }

    List<String> paragraphs(HelpTopic topic) {
        return List.of(texts.getString(topic.key() + ".text").split("\n\n"));
    }

    /// The topics in which all words occur, in any case and with or without accents; all topics if
    /// there are none.
    List<HelpTopic> matching(String words) {
        var wanted = Folded.of(words).split("\\s+");
        return Arrays.stream(HelpTopic.values())
                .filter(
                        topic -> {
                            var text =
                                    Folded.of(
                                            title(topic)
                                                    + " "
                                                    + String.join(" ", paragraphs(topic)));
                            return Arrays.stream(wanted).allMatch(text::contains);
                        })
                .toList();
    }
}
