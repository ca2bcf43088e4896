package org.relais.journal.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the entries of an epoch lie. One writer's entries come one after another: what is kept is where each unbroken
 * succession begins, and nothing at all is written while it goes on. An index of every entry would cost a page a group.
 */
final class SqliteRuns {
    static final String TABLE =
            "CREATE TABLE run (first INTEGER PRIMARY KEY, epoch_id INTEGER NOT NULL, seq INTEGER NOT NULL)";

    /** Every run of the log with its last position. */
    private static final String WITH_ENDS =
            "(SELECT first, epoch_id, seq, ifnull(lead(first) OVER (ORDER BY first) - 1,"
                    + " (SELECT max(position) FROM entry)) AS last FROM run)";

    /** Positions of the last entry of every epoch. */
    static final String HEADS = "SELECT max(last) FROM " + WITH_ENDS + " GROUP BY epoch_id";

    /** Where runs begin as the entries themselves have it. */
    private static final String BEGINNINGS = "SELECT position, epoch_id, seq FROM (SELECT position, epoch_id, seq,"
            + " lag(position) OVER w AS p, lag(epoch_id) OVER w AS e, lag(seq) OVER w AS s FROM entry"
            + " WINDOW w AS (ORDER BY position)) WHERE p IS NULL OR p <> position - 1 OR e <> epoch_id OR s <> seq - 1";

    /** Makes the table's rows from the entries. */
    static final String FILL = "INSERT INTO run (first, epoch_id, seq) " + BEGINNINGS;

    /** Whether the table says anything else than the entries. */
    static final String WRONG = "SELECT EXISTS (SELECT * FROM (" + BEGINNINGS + ") EXCEPT SELECT * FROM run)"
            + " OR EXISTS (SELECT * FROM run EXCEPT SELECT * FROM (" + BEGINNINGS + "))";

    private SqliteRuns() {}

    /**
     * An unbroken succession of entries of one epoch.
     *
     * @param first position of the first entry
     * @param last  position of the last
     * @param seq   of the first
     */
    record Run(long first, long last, long seq) {
        /** Position of the first entry of at least this seq; after the last when there is none. */
        long from(long wanted) {
            return first + Math.max(0, wanted - seq);
        }
    }

    /** The runs of an epoch, by seq; forks overlap. */
    static List<Run> of(Connection connection, long epochId) throws SQLException {
        List<Run> runs = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(
                "SELECT first, last, seq FROM " + WITH_ENDS + " WHERE epoch_id = ? ORDER BY seq, first")) {
            query.setLong(1, epochId);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    runs.add(new Run(row.getLong(1), row.getLong(2), row.getLong(3)));
                }
            }
        }
        return runs;
    }
}
