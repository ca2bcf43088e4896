package org.relais.journal.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * The embedded store: one SQLite file in write-ahead mode with {@code synchronous=FULL}, {@code secure_delete} and
 * temporary data in memory. The log is copied into the database by a thread of its own.
 */
public final class SqliteStore implements EntryStore {
    private static final int IDLE_READERS = 4;

    private final SqliteConnections connections;
    private final SqliteWriter writer;
    private final SqliteCheckpointer checkpointer;
    private final ConcurrentLinkedDeque<SqliteReader> idle = new ConcurrentLinkedDeque<>();
    private final ReentrantReadWriteLock open = new ReentrantReadWriteLock();
    private boolean closed;

    private SqliteStore(SqliteConnections connections, SqliteWriter writer, SqliteCheckpointer checkpointer) {
        this.connections = connections;
        this.writer = writer;
        this.checkpointer = checkpointer;
    }

    /** Opens a database file, and makes it (mode 0600) when it is not there. */
    public static SqliteStore open(Path file, SqliteOptions options) throws IOException {
        if (!Files.exists(file)) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        SqliteConnections connections = new SqliteConnections(file, options);
        connections.prepare();
        try {
            SqliteWriter writer = new SqliteWriter(connections.patient());
            return new SqliteStore(
                    connections, writer, new SqliteCheckpointer(connections.checkpointer(), file, options));
        } catch (SQLException broken) {
            throw new IOException("the journal's file cannot be opened", broken);
        }
    }

    @Override
    public void append(List<StoredEntry> group) throws IOException {
        try {
            writer.append(group);
            checkpointer.wrote(size(group));
        } catch (SQLException failed) {
            if (SqliteWriter.alreadyThere(failed)) {
                throw new AlreadyThereException(failed);
            }
            throw new IOException("a group could not be written", failed);
        }
    }

    private static long size(List<StoredEntry> group) {
        long bytes = 0;
        for (StoredEntry entry : group) {
            byte[] payload = entry.payload();
            bytes += entry.header().length + (payload == null ? 0 : payload.length) + 4096L;
            for (byte[] chunk : entry.chunks()) {
                bytes += chunk.length;
            }
        }
        return bytes;
    }

    @Override
    public List<StoredEntry> read(long fromPosition, int limit) throws IOException {
        return reading(reader -> reader.read(fromPosition, limit));
    }

    @Override
    public Optional<StoredEntry> at(long position) throws IOException {
        return reading(reader -> reader.at(position));
    }

    @Override
    public List<StoredEntry> range(byte[] author, byte[] epoch, long fromSeq, int limit) throws IOException {
        return reading(reader -> reader.range(author, epoch, fromSeq, limit));
    }

    @Override
    public List<StoredHead> heads() throws IOException {
        return reading(SqliteReader::heads);
    }

    @Override
    public OptionalLong contains(byte[] dedup) throws IOException {
        return reading(reader -> reader.contains(dedup));
    }

    @Override
    public long last() throws IOException {
        return reading(reader -> {
            try (Statement statement = reader.connection().createStatement()) {
                return SqliteConnections.number(statement, "SELECT max(position) FROM entry");
            }
        });
    }

    @Override
    public Optional<byte[]> chunk(long position, int number) throws IOException {
        return reading(reader -> reader.chunk(position, number));
    }

    @Override
    public boolean forget(long position, StoredEntry fact) throws IOException {
        return forget(List.of(position), List.of(fact));
    }

    @Override
    public boolean forget(List<Long> positions, List<StoredEntry> facts) throws IOException {
        try {
            writer.forget(positions, facts);
            try (Connection connection = connections.patient()) {
                return SqliteCheckpointer.checkpoint(connection, "TRUNCATE");
            }
        } catch (SQLException failed) {
            throw new IOException("a payload could not be dropped", failed);
        }
    }

    @Override
    public List<String> check() throws IOException {
        return reading(reader -> {
            List<String> wrong = new ArrayList<>();
            try (Statement statement = reader.connection().createStatement()) {
                try (ResultSet row = statement.executeQuery("PRAGMA integrity_check")) {
                    while (row.next()) {
                        if (!"ok".equals(row.getString(1))) {
                            wrong.add(row.getString(1));
                        }
                    }
                }
                if (SqliteConnections.number(statement, SqliteRuns.WRONG) != 0) {
                    wrong.add("the table of runs differs from the entries");
                }
            }
            return wrong;
        });
    }

    @Override
    public void backup(Path to) throws IOException {
        reading(reader -> {
            try (PreparedStatement copy = reader.connection().prepareStatement("VACUUM INTO ?")) {
                copy.setString(1, to.toAbsolutePath().toString());
                return copy.execute();
            }
        });
    }

    @FunctionalInterface
    private interface Query<T> {
        T ask(SqliteReader reader) throws SQLException;
    }

    private <T> T reading(Query<T> query) throws IOException {
        open.readLock().lock();
        try {
            if (closed) {
                throw new IOException("the store is closed");
            }
            SqliteReader reader = idle.poll();
            if (reader == null) {
                reader = new SqliteReader(connections.patient());
            }
            boolean sound = false;
            try {
                T answer = query.ask(reader);
                sound = true;
                return answer;
            } finally {
                giveBack(reader, sound);
            }
        } catch (SQLException failed) {
            throw new IOException("the store could not be read", failed);
        } finally {
            open.readLock().unlock();
        }
    }

    private void giveBack(SqliteReader reader, boolean sound) throws SQLException {
        if (sound && idle.size() < IDLE_READERS) {
            idle.push(reader);
        } else {
            reader.close();
        }
    }

    @Override
    public void close() throws IOException {
        open.writeLock().lock();
        try {
            if (closed) {
                return;
            }
            closed = true;
            for (SqliteReader reader : idle) {
                reader.close();
            }
            checkpointer.close();
            writer.close();
        } catch (SQLException failed) {
            throw new IOException("the store could not be closed", failed);
        } finally {
            open.writeLock().unlock();
        }
    }
}
