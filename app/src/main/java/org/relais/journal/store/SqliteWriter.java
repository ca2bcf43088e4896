package org.relais.journal.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * The one writing connection with its prepared statements; used by one thread at a time. Begins and commits by itself:
 * the driver, without auto-commit, would begin the next transaction at each commit and so hold the lock for ever.
 */
final class SqliteWriter implements AutoCloseable {
    private final Connection connection;
    private final PreparedStatement begin;
    private final PreparedStatement commit;
    private final PreparedStatement insert;
    private final PreparedStatement insertChunk;
    private final PreparedStatement insertRun;
    private final PreparedStatement sameSeq;
    private @Nullable Tail tail;
    private byte[] lastAuthor = new byte[0];
    private byte[] lastEpoch = new byte[0];
    private long lastId;

    /**
     * The entry written last.
     *
     * @param alone whether no other run of its epoch holds its seq or a later one
     */
    private record Tail(long position, long epochId, long seq, boolean alone) {
        boolean goesOn(long nextPosition, long nextEpochId, long nextSeq) {
            return nextPosition == position + 1 && nextEpochId == epochId && nextSeq == seq + 1;
        }
    }

    private static final Tail NOTHING = new Tail(0, 0, 0, false);

    SqliteWriter(Connection connection) throws SQLException {
        this.connection = connection;
        begin = connection.prepareStatement("BEGIN IMMEDIATE");
        commit = connection.prepareStatement("COMMIT");
        insert = connection.prepareStatement("INSERT INTO entry"
                + " (position, epoch_id, seq, hash, header, dedup, signature, payload) VALUES (?,?,?,?,?,?,?,?)");
        insertChunk = connection.prepareStatement("INSERT INTO chunk (position, number, sealed) VALUES (?,?,?)");
        insertRun = connection.prepareStatement("INSERT INTO run (first, epoch_id, seq) VALUES (?,?,?)");
        sameSeq = connection.prepareStatement("SELECT hash FROM entry WHERE position = ?");
    }

    /** What is done between the beginning of a transaction and its commit. */
    @FunctionalInterface
    interface Work {
        void run(Connection connection) throws SQLException;
    }

    void append(List<StoredEntry> group) throws SQLException {
        within(_ -> insertAll(group));
    }

    void forget(List<Long> positions, List<StoredEntry> facts) throws SQLException {
        within(open -> {
            try (PreparedStatement drop = open.prepareStatement("UPDATE entry SET payload = NULL WHERE position = ?");
                    PreparedStatement chunks = open.prepareStatement("DELETE FROM chunk WHERE position = ?")) {
                for (long position : positions) {
                    drop.setLong(1, position);
                    drop.executeUpdate();
                    chunks.setLong(1, position);
                    chunks.executeUpdate();
                }
            }
            insertAll(facts);
        });
    }

    private void within(Work work) throws SQLException {
        try {
            begin.execute();
            work.run(connection);
            commit.execute();
        } catch (SQLException failed) {
            lastAuthor = new byte[0];
            tail = null;
            try (Statement rollback = connection.createStatement()) {
                rollback.execute("ROLLBACK");
            } catch (SQLException alsoFailed) {
                failed.addSuppressed(alsoFailed);
            }
            throw failed;
        }
    }

    /** Whether nothing is wrong but that an entry, or its dedup key, is there already; what was begun is undone then. */
    static boolean alreadyThere(SQLException failed) {
        boolean twice = failed instanceof SQLIntegrityConstraintViolationException
                || (failed instanceof SQLiteException sqlite
                        && sqlite.getResultCode() == SQLiteErrorCode.SQLITE_CONSTRAINT_UNIQUE);
        return twice && failed.getSuppressed().length == 0;
    }

    private void insertAll(List<StoredEntry> group) throws SQLException {
        for (StoredEntry entry : group) {
            long epochId = epochId(entry);
            follow(entry, epochId);
            insert.setLong(1, entry.position());
            insert.setLong(2, epochId);
            insert.setLong(3, entry.seq());
            insert.setBytes(4, entry.hash());
            insert.setBytes(5, entry.header());
            insert.setBytes(6, entry.dedup());
            insert.setBytes(7, entry.signature());
            insert.setBytes(8, entry.payload());
            insert.executeUpdate();
            for (int number = 0; number < entry.chunks().size(); number++) {
                insertChunk.setLong(1, entry.position());
                insertChunk.setInt(2, number);
                insertChunk.setBytes(3, entry.chunks().get(number));
                insertChunk.executeUpdate();
            }
        }
    }

    /** Begins a run where the entry does not go on from the last one; refuses an entry that is there already. */
    private void follow(StoredEntry entry, long epochId) throws SQLException {
        Tail last = tail == null ? written() : tail;
        boolean goesOn = last.goesOn(entry.position(), epochId, entry.seq());
        boolean alone = (goesOn && last.alone()) || alone(entry, epochId);
        if (!goesOn) {
            insertRun.setLong(1, entry.position());
            insertRun.setLong(2, epochId);
            insertRun.setLong(3, entry.seq());
            insertRun.executeUpdate();
        }
        tail = new Tail(entry.position(), epochId, entry.seq(), alone);
    }

    private Tail written() throws SQLException {
        try (Statement last = connection.createStatement();
                ResultSet row =
                        last.executeQuery("SELECT position, epoch_id, seq FROM entry ORDER BY position DESC LIMIT 1")) {
            return row.next() ? new Tail(row.getLong(1), row.getLong(2), row.getLong(3), false) : NOTHING;
        }
    }

    private boolean alone(StoredEntry entry, long epochId) throws SQLException {
        boolean alone = true;
        for (SqliteRuns.Run run : SqliteRuns.of(connection, epochId)) {
            long twin = run.from(entry.seq());
            if (twin <= run.last()) {
                alone = false;
                sameSeq.setLong(1, twin);
                try (ResultSet row = sameSeq.executeQuery()) {
                    if (row.next() && Arrays.equals(row.getBytes(1), entry.hash())) {
                        throw new SQLIntegrityConstraintViolationException("an entry is there already");
                    }
                }
            }
        }
        return alone;
    }

    private long epochId(StoredEntry entry) throws SQLException {
        if (Arrays.equals(lastEpoch, entry.epoch()) && Arrays.equals(lastAuthor, entry.author())) {
            return lastId;
        }
        try (PreparedStatement add =
                        connection.prepareStatement("INSERT OR IGNORE INTO epoch (author, epoch) VALUES (?,?)");
                PreparedStatement find =
                        connection.prepareStatement("SELECT id FROM epoch WHERE author = ? AND epoch = ?")) {
            for (PreparedStatement statement : List.of(add, find)) {
                statement.setBytes(1, entry.author());
                statement.setBytes(2, entry.epoch());
            }
            add.executeUpdate();
            try (ResultSet row = find.executeQuery()) {
                row.next();
                lastId = row.getLong(1);
            }
        }
        lastAuthor = entry.author();
        lastEpoch = entry.epoch();
        return lastId;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
