package org.roamledger.ui.palette;

import org.roamledger.session.Folded;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;

/// Finds what can be done by letters of its name; what was done last comes first.
///
/// Confined to the screen thread.
public final class PaletteModel {

    private static final int REMEMBERED = 8;

    /// Marks that a beginning weighs more than any distance within a text.
    private static final int FAR = 1_000;

    /// Ids, the last one first.
    private final List<String> used = new ArrayList<>();

    /// Those that fit, the best first; all, those used lately first, if nothing is typed.
    ///
    /// A text fits if it has all the letters in their order, whatever their case and accents;
    /// the nearer they stand together and to the beginning of a word, the better.
    public List<Entry> matching(String typed, List<Entry> entries) {
        var wanted = Folded.of(typed).replace(" ", "");
        record Found(Entry entry, int distance) {}
        var found = new ArrayList<Found>();
        for (var entry : entries) {
            var title = distance(wanted, Folded.of(entry.title()));
            var whole = distance(wanted, Folded.of(entry.place() + " " + entry.title()));
            if (title.isPresent()) {
                found.add(new Found(entry, title.getAsInt()));
            } else if (whole.isPresent()) {
                found.add(new Found(entry, whole.getAsInt() + FAR));
            }
        }
        return found.stream()
                .sorted(
                        Comparator.comparingInt(Found::distance)
                                .thenComparingInt(each -> age(each.entry())))
                .map(Found::entry)
                .toList();
    }

    private int age(Entry entry) {
        var at = used.indexOf(entry.id());
        return at < 0 ? REMEMBERED : at;
    }

    /// Remembers that it was used, and does it.
    public void run(Entry entry) {
        used.remove(entry.id());
        used.addFirst(entry.id());
        if (used.size() > REMEMBERED) {
            used.removeLast();
        }
        entry.action().run();
    }

    /// How far the letters lie apart; empty if some are not there.
    static OptionalInt distance(String wanted, String text) {
        var best = OptionalInt.empty();
        for (var start = 0; start < text.length(); start++) {
            var distance = distance(wanted, text, start);
            if (distance.isPresent()
                    && (best.isEmpty() || distance.getAsInt() < best.getAsInt())) {
                best = distance;
            }
        }
        return wanted.isEmpty() ? OptionalInt.of(0) : best;
    }

    private static OptionalInt distance(String wanted, String text, int start) {
        var distance = isBeginning(text, start) ? 0 : 10;
        var at = start;
        for (var i = 0; i < wanted.length(); i++) {
            var next = text.indexOf(wanted.charAt(i), at);
            if (next < 0 || (i == 0 && next != start)) {
                return OptionalInt.empty();
            }
            if (next > at) {
                distance += isBeginning(text, next) ? 2 : 5 + next - at;
            }
            at = next + 1;
        }
        return OptionalInt.of(distance);
    }

    private static boolean isBeginning(String text, int at) {
        return at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
    }
}
