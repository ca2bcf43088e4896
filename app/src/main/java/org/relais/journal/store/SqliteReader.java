package org.relais.journal.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** One reading connection with its prepared statements; used by one thread at a time. */
final class SqliteReader implements AutoCloseable {
    private static final String COLUMNS =
            "SELECT position, epoch_id, seq, hash, header, payload, dedup, signature FROM entry ";
    private static final long BATCH_BYTES = 8L << 20;

    private record Epoch(byte[] author, byte[] epoch) {}

    private final Connection connection;
    private final PreparedStatement byPosition;
    private final PreparedStatement epochId;
    private final PreparedStatement byDedup;
    private final PreparedStatement epochs;
    private final PreparedStatement chunks;
    private final Map<Long, Epoch> known = new HashMap<>();

    SqliteReader(Connection connection) throws SQLException {
        this.connection = connection;
        byPosition = connection.prepareStatement(COLUMNS + "WHERE position >= ? ORDER BY position LIMIT ?");
        epochId = connection.prepareStatement("SELECT id FROM epoch WHERE author = ? AND epoch = ?");
        byDedup = connection.prepareStatement("SELECT position FROM entry WHERE dedup = ?");
        epochs = connection.prepareStatement("SELECT author, epoch FROM epoch WHERE id = ?");
        chunks = connection.prepareStatement("SELECT sealed FROM chunk WHERE position = ? AND number = ?");
    }

    List<StoredEntry> read(long from, int limit) throws SQLException {
        byPosition.setLong(1, from);
        byPosition.setInt(2, limit);
        return rows(byPosition);
    }

    Optional<StoredEntry> at(long position) throws SQLException {
        List<StoredEntry> found = read(position, 1);
        return found.isEmpty() || found.getFirst().position() != position
                ? Optional.empty()
                : Optional.of(found.getFirst());
    }

    List<StoredEntry> range(byte[] author, byte[] epoch, long fromSeq, int limit) throws SQLException {
        List<StoredEntry> found = new ArrayList<>();
        long complete = Long.MAX_VALUE;
        for (SqliteRuns.Run run : runs(author, epoch)) {
            if (run.from(fromSeq) <= run.last()) {
                int wanted = (int) Math.min(limit, run.last() - run.from(fromSeq) + 1);
                List<StoredEntry> rows = read(run.from(fromSeq), wanted);
                if (rows.size() < wanted) {
                    complete = Math.min(complete, rows.getLast().seq());
                }
                found.addAll(rows);
            }
        }
        long until = complete;
        return found.stream()
                .filter(row -> row.seq() <= until)
                .sorted(Comparator.comparingLong(StoredEntry::seq).thenComparingLong(StoredEntry::position))
                .limit(limit)
                .toList();
    }

    private List<SqliteRuns.Run> runs(byte[] author, byte[] epoch) throws SQLException {
        epochId.setBytes(1, author);
        epochId.setBytes(2, epoch);
        try (ResultSet row = epochId.executeQuery()) {
            return row.next() ? SqliteRuns.of(connection, row.getLong(1)) : List.of();
        }
    }

    List<StoredHead> heads() throws SQLException {
        try (PreparedStatement heads = connection.prepareStatement(
                COLUMNS + "WHERE position IN (" + SqliteRuns.HEADS + ") ORDER BY position")) {
            return rows(heads).stream()
                    .map(row -> new StoredHead(row.author(), row.epoch(), row.seq(), row.hash(), row.position()))
                    .toList();
        }
    }

    OptionalLong contains(byte[] dedup) throws SQLException {
        byDedup.setBytes(1, dedup);
        try (ResultSet row = byDedup.executeQuery()) {
            return row.next() ? OptionalLong.of(row.getLong(1)) : OptionalLong.empty();
        }
    }

    Optional<byte[]> chunk(long position, int number) throws SQLException {
        chunks.setLong(1, position);
        chunks.setInt(2, number);
        try (ResultSet row = chunks.executeQuery()) {
            return row.next() ? Optional.of(there(row, 1)) : Optional.empty();
        }
    }

    Connection connection() {
        return connection;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    private List<StoredEntry> rows(PreparedStatement query) throws SQLException {
        List<StoredEntry> rows = new ArrayList<>();
        long bytes = 0;
        try (ResultSet row = query.executeQuery()) {
            while (bytes < BATCH_BYTES && row.next()) {
                Epoch epoch = epoch(row.getLong(2));
                byte[] payload = row.getBytes(6);
                rows.add(new StoredEntry(
                        row.getLong(1),
                        epoch.author(),
                        epoch.epoch(),
                        row.getLong(3),
                        there(row, 4),
                        there(row, 5),
                        payload,
                        row.getBytes(7),
                        row.getBytes(8),
                        List.of()));
                bytes += payload == null ? 0 : payload.length;
            }
        }
        return rows;
    }

    /** A column that no row may lack: a damaged file may have it null all the same. */
    private static byte[] there(ResultSet row, int column) throws SQLException {
        byte[] bytes = row.getBytes(column);
        if (bytes == null) {
            throw new SQLException("a row lacks a column that no row may lack");
        }
        return bytes;
    }

    private Epoch epoch(long id) throws SQLException {
        Epoch epoch = known.get(id);
        if (epoch == null) {
            epochs.setLong(1, id);
            try (ResultSet row = epochs.executeQuery()) {
                if (!row.next()) {
                    throw new SQLException("an entry is of an epoch that is not there");
                }
                epoch = new Epoch(there(row, 1), there(row, 2));
            }
            known.put(id, epoch);
        }
        return epoch;
    }
}
