package org.relais.journal.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** The thread that copies the write-ahead log into the database, so that no writer has to. */
final class SqliteCheckpointer implements AutoCloseable {
    private final Connection connection;
    private final Path log;
    private final SqliteOptions options;
    private final AtomicLong written = new AtomicLong();
    private final Semaphore wanted = new Semaphore(0);
    private final Thread thread;
    private volatile boolean closing;
    private volatile @Nullable SQLException failure;

    SqliteCheckpointer(Connection connection, Path database, SqliteOptions options) {
        this.connection = connection;
        this.log = database.resolveSibling(database.getFileName() + "-wal");
        this.options = options;
        this.thread = Thread.ofPlatform().daemon().name("journal-checkpoint").start(this::run);
    }

    /** Notes that so much was written. @throws SQLException when copying has failed: the log is then not to be trusted */
    void wrote(long bytes) throws SQLException {
        SQLException failed = failure;
        if (failed != null) {
            throw new SQLException("copying the write-ahead log failed", failed);
        }
        if (written.addAndGet(bytes) >= options.checkpointBytes()) {
            written.set(0);
            wanted.release();
        }
    }

    private void run() {
        while (!closing) {
            wanted.acquireUninterruptibly();
            wanted.drainPermits();
            if (!closing) {
                copy();
            }
        }
    }

    private void copy() {
        try {
            checkpoint(connection, "PASSIVE");
            if (Files.size(log) > options.largestLog()) {
                checkpoint(connection, "RESTART");
            }
        } catch (SQLException | IOException broken) {
            failure = broken instanceof SQLException sql ? sql : new SQLException(broken);
        }
    }

    /** @return whether the whole log was copied */
    static boolean checkpoint(Connection connection, String kind) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("PRAGMA wal_checkpoint(" + kind + ")")) {
            return row.next() && row.getInt(1) == 0;
        }
    }

    @Override
    public void close() throws SQLException {
        closing = true;
        wanted.release();
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException stop) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        connection.close();
    }
}
