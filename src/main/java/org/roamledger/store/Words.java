package org.roamledger.store;

import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/// The writer's memory of the table `word`.
///
/// Belongs to the writer's connection. Words added in a transaction that is rolled back have to be
/// forgotten: see [#forgetAdded].
final class Words {

    private final PreparedStatement insert;
    private final Map<String, Integer> known = new HashMap<>();
    private final Map<String, Integer> added = new HashMap<>();
    private int last;

    Words(Connection writer) throws SQLException {
        insert = writer.prepareStatement("INSERT INTO word (id, text) VALUES (?, ?)");
        read(writer);
    }

    /// Reads again what another process may have added.
    void read(Connection writer) throws SQLException {
        known.clear();
        last = 0;
        try (var statement = writer.createStatement();
                var words = statement.executeQuery("SELECT id, text FROM word")) {
            while (words.next()) {
                known.put(words.getString(2), words.getInt(1));
                last = Math.max(last, words.getInt(1));
            }
        }
    }

    int last() {
        return last;
    }

    /// The id of a text, which is added if it is new; none for an absent text.
    @Nullable Integer id(@Nullable String text) throws SQLException {
        if (text == null) {
            return null;
        }
        var id = known.get(text);
        if (id == null) {
            last++;
            insert.setInt(1, last);
            insert.setString(2, text);
            insert.executeUpdate();
            known.put(text, last);
            added.put(text, last);
            return last;
        }
        return id;
    }

    void keepAdded() {
        added.clear();
    }

    void forgetAdded() {
        added.keySet().forEach(known::remove);
        last -= added.size();
        added.clear();
    }
}
