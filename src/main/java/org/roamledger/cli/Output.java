package org.roamledger.cli;

import org.roamledger.problem.Problem;
import org.roamledger.problem.ProblemText;
import org.roamledger.problem.Progress;

import tools.jackson.databind.json.JsonMapper;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/// Where a command says what it does: words to one writer, one summary object to the other.
///
/// Words are English, so that scripts and support read the same everywhere.
public final class Output {

    private static final long MILLIS_BETWEEN_LINES = 1_000;

    private final PrintWriter summary;
    private final PrintWriter words;
    private final ProblemText problems = ProblemText.of(Locale.ENGLISH);
    private final JsonMapper json = new JsonMapper();

    public Output(PrintWriter summary, PrintWriter words) {
        this.summary = summary;
        this.words = words;
    }

    /// Says a line to the person.
    void say(String line) {
        words.println(line);
        words.flush();
    }

    void say(Problem problem) {
        say(problems.say(problem));
    }

    String text(Problem problem) {
        return problems.say(problem);
    }

    /// The words for a question that a mapping leaves open.
    String question(String key) {
        return problems.question(key);
    }

    /// Prints one object on one line.
    void summarise(Map<String, ?> object) {
        summary.println(json.writeValueAsString(object));
        summary.flush();
    }

    /// `{"problem": ..., "message": ...}`
    Map<String, Object> summaryOf(Problem problem) {
        var object = new LinkedHashMap<String, Object>();
        object.put("problem", problem.key());
        object.put("message", text(problem));
        return object;
    }

    /// Says how far some work is, at most once a second.
    Progress progress(String work) {
        var next = new long[] {System.currentTimeMillis() + MILLIS_BETWEEN_LINES};
        return (done, total) -> {
            var now = System.currentTimeMillis();
            if (now >= next[0]) {
                next[0] = now + MILLIS_BETWEEN_LINES;
                say(
                        total < 0
                                ? String.format(Locale.ROOT, "%s: %,d", work, done)
                                : String.format(Locale.ROOT, "%s: %,d of %,d", work, done, total));
            }
        };
    }
}
