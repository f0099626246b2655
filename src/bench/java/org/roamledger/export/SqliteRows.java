package org.roamledger.export;

import org.roamledger.report.Column;
import org.roamledger.report.ReportView;
import org.roamledger.session.ReportColumn;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;

/// Has the shell of SQLite write the cells of a CSV export: texts that occur often are joined from
/// tables of their own, times and amounts formatted by SQL.
final class SqliteRows {

    private SqliteRows() {}

    /// Fills a database with the rows of a view.
    static void fill(ReportView view, Path database) throws SQLException {
        var columns = ReportColumn.STANDARD;
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + database)) {
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                var names = columns.stream().map(ReportColumn::key).toList();
                statement.execute("CREATE TABLE row (" + String.join(",", names) + ")");
            }
            for (var column : columns) {
                if (view.report().column(column) instanceof Column.Coded coded) {
                    fillTexts(connection, column.key(), coded.texts());
                }
            }
            var marks = "?" + ",?".repeat(columns.size() - 1);
            try (var insert =
                    connection.prepareStatement("INSERT INTO row VALUES (" + marks + ")")) {
                for (var row : view.rows()) {
                    for (var i = 0; i < columns.size(); i++) {
                        var values = view.report().column(columns.get(i));
                        switch (values) {
                            case Column.Coded coded -> insert.setInt(i + 1, coded.codes()[row]);
                            case Column.Ids ids -> insert.setString(i + 1, ids.text(row));
                            case Column.Numbers numbers -> {
                                if (numbers.isMissing(row)) {
                                    insert.setNull(i + 1, Types.INTEGER);
                                } else {
                                    insert.setLong(i + 1, numbers.at(row));
                                }
                            }
                        }
                    }
                    insert.addBatch();
                    if (row % 10_000 == 0) {
                        insert.executeBatch();
                    }
                }
                insert.executeBatch();
            }
            connection.commit();
        }
    }

    private static void fillTexts(Connection connection, String name, List<String> texts)
            throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE of_" + name + " (code INTEGER PRIMARY KEY, text)");
        }
        try (var insert =
                connection.prepareStatement("INSERT INTO of_" + name + " VALUES (?, ?)")) {
            for (var code = 0; code < texts.size(); code++) {
                insert.setInt(1, code);
                insert.setString(2, texts.get(code));
                insert.executeUpdate();
            }
        }
    }

    static void write(ReportView view, Path database, Path file) throws IOException {
        var values = new ArrayList<String>();
        var joins = new StringBuilder();
        for (var column : ReportColumn.STANDARD) {
            var key = column.key();
            if (view.report().column(column) instanceof Column.Coded) {
                values.add("of_" + key + ".text");
                joins.append(" JOIN of_%1$s ON of_%1$s.code = row.%1$s".formatted(key));
            } else {
                values.add(formatted(column, "row." + key));
            }
        }
        var query = "SELECT " + String.join(", ", values) + " FROM row" + joins;
        var shell =
                new ProcessBuilder("sqlite3", "-csv", database.toString(), query)
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .redirectOutput(file.toFile())
                        .start();
        try {
            if (shell.waitFor() != 0) {
                throw new IOException("sqlite3 failed");
            }
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private static String formatted(ReportColumn column, String value) {
        return switch (column.kind()) {
            case DATE_TIME ->
                    // Summer time of the sample's October ends on the 25th.
                    "CASE WHEN %1$s < 1792890000 THEN strftime('%%Y-%%m-%%dT%%H:%%M:%%S+02:00',"
                                    .formatted(value)
                            + " %1$s + 7200, 'unixepoch') ELSE".formatted(value)
                            + " strftime('%%Y-%%m-%%dT%%H:%%M:%%S+01:00', %s + 3600, 'unixepoch') END"
                                    .formatted(value);
            case READING -> "printf('%%g', %s / 1000.0)".formatted(value);
            case MONEY, MONEY_PER_KWH -> "printf('%%.4f', %s / 10000.0)".formatted(value);
            case PERCENT -> "printf('%%g', %s / 10000.0)".formatted(value);
            case SECONDS ->
                    "printf('%%d:%%02d:%%02d', %1$s / 3600, %1$s / 60 %% 60, %1$s %% 60)"
                            .formatted(value);
            default -> value;
        };
    }
}
