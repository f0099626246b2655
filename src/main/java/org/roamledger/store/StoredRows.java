package org.roamledger.store;

import org.jspecify.annotations.Nullable;
import org.roamledger.problem.Problem;
import org.roamledger.problem.ProblemException;
import org.roamledger.report.Column;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Sessions as they stand in the store, in batches.
///
/// The next batch is read on a thread of its own while the last one is used, because reading takes
/// as long as making a report of what was read. The connection must not be used otherwise until
/// [#close].
final class StoredRows implements AutoCloseable {

    private static final int ROWS = 8_192;

    // Missing numbers come as a number of their own: asking the driver whether each was null takes
    // half as long again. The smallest number cannot be written as a negated literal. For the same
    // reason small numbers share one.
    private static final String NUMBERS =
            """
            id, kind_id << 32 | ifnull(provenance_id, 0), charge_point_id, start_ms, ifnull(stop_ms, :none),
              ifnull(energy_mwh, :none), ifnull(meter_start_mwh, :none), ifnull(meter_stop_mwh, :none),
              ifnull(gross_e4, :none), ifnull(vat_e4, :none),
              stored_at << 1 | (version > 1)
            """
                    .replace(":none", "(-9223372036854775807 - 1)");

    private static final int NUMBER_COUNT = 11;

    /// Some rows, column by column.
    ///
    /// @param numbers by column, then by row; missing ones are [Column.Numbers#MISSING]
    record Batch(int size, long[][] numbers, String[] cdrIds, @Nullable String[] transactionIds) {
        long id(int row) {
            return numbers[0][row];
        }

        int kindId(int row) {
            return (int) (numbers[1][row] >> 32);
        }

        /// 0 if there is none.
        int provenanceId(int row) {
            return (int) numbers[1][row];
        }

        int chargePointId(int row) {
            return (int) numbers[2][row];
        }

        long startMillis(int row) {
            return numbers[3][row];
        }

        long stopMillis(int row) {
            return numbers[4][row];
        }

        long energy(int row) {
            return numbers[5][row];
        }

        long meterStart(int row) {
            return numbers[6][row];
        }

        long meterStop(int row) {
            return numbers[7][row];
        }

        long gross(int row) {
            return numbers[8][row];
        }

        long vat(int row) {
            return numbers[9][row];
        }

        long storedAt(int row) {
            return numbers[10][row] >> 1;
        }

        /// Whether there is an earlier version.
        boolean isChanged(int row) {
            return (numbers[10][row] & 1) != 0;
        }
    }

    private final ExecutorService reading = Executors.newSingleThreadExecutor();
    private final PreparedStatement statement;
    private final ResultSet rows;
    private Future<Batch> ahead;

    /// @param table `session` or `earlier_session`
    /// @param condition with a mark for each argument
    StoredRows(Connection connection, String table, String condition, long... arguments)
            throws SQLException {
        statement =
                connection.prepareStatement(
                        "SELECT %s, cdr_id, transaction_id FROM %s WHERE %s"
                                .formatted(NUMBERS, table, condition));
        for (var i = 0; i < arguments.length; i++) {
            statement.setLong(i + 1, arguments[i]);
        }
        rows = statement.executeQuery();
        ahead = reading.submit(this::read);
    }

    /// The next rows, none of which means that there are no more.
    ///
    /// @throws ProblemException with [Problem.Cancelled] if the thread is interrupted; the flag
    ///   stays set
    Batch next() throws SQLException {
        try {
            var batch = ahead.get();
            if (batch.size() > 0) {
                ahead = reading.submit(this::read);
            }
            return batch;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProblemException(new Problem.Cancelled(), e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof SQLException fault) {
                throw fault;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    private Batch read() throws SQLException {
        var numbers = new long[NUMBER_COUNT][ROWS];
        var cdrIds = new String[ROWS];
        var transactionIds = new @Nullable String[ROWS];
        var size = 0;
        while (size < ROWS && rows.next()) {
            for (var column = 0; column < NUMBER_COUNT; column++) {
                numbers[column][size] = rows.getLong(column + 1);
            }
            cdrIds[size] = rows.getString(NUMBER_COUNT + 1);
            transactionIds[size] = rows.getString(NUMBER_COUNT + 2);
            size++;
        }
        return new Batch(size, numbers, cdrIds, transactionIds);
    }

    /// Waits for the batch that is being read, a few milliseconds.
    @Override
    public void close() throws SQLException {
        reading.close();
        rows.close();
        statement.close();
    }
}
