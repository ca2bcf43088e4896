package org.relais.journal.store;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.sqlite.SQLiteConfig;

/** The opening of connections to one database file, each with the settings of the log. */
final class SqliteConnections {
    private static final int APPLICATION_ID = 0x52_4c_41_59;
    private static final int FORMAT = 2;

    private static final List<String> SCHEMA = List.of(
            "CREATE TABLE epoch (id INTEGER PRIMARY KEY, author BLOB NOT NULL, epoch BLOB NOT NULL,"
                    + " UNIQUE (author, epoch))",
            "CREATE TABLE entry (position INTEGER PRIMARY KEY, epoch_id INTEGER NOT NULL, seq INTEGER NOT NULL,"
                    + " hash BLOB NOT NULL, header BLOB NOT NULL, dedup BLOB, signature BLOB, payload BLOB,"
                    + " UNIQUE (dedup))",
            SqliteRuns.TABLE,
            "CREATE TABLE chunk (position INTEGER NOT NULL, number INTEGER NOT NULL, sealed BLOB NOT NULL,"
                    + " UNIQUE (position, number))");

    private final Path file;
    private final SqliteOptions options;

    SqliteConnections(Path file, SqliteOptions options) {
        this.file = file;
        this.options = options;
    }

    /** A connection that waits for others, and that never copies the log by itself. */
    Connection patient() throws SQLException {
        return open(10_000);
    }

    /** A connection that gives way to others soon. */
    Connection checkpointer() throws SQLException {
        return open(200);
    }

    private Connection open(int busyMillis) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.valueOf(options.synchronous()));
        config.setTempStore(SQLiteConfig.TempStore.MEMORY);
        config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        config.setBusyTimeout(busyMillis);
        Connection connection = config.createConnection("jdbc:sqlite:" + file.toAbsolutePath());
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA secure_delete=ON");
            statement.execute("PRAGMA wal_autocheckpoint=0");
            statement.execute("PRAGMA journal_size_limit=" + 4 * options.largestLog());
            return connection;
        } catch (SQLException broken) {
            connection.close();
            throw broken;
        }
    }

    /**
     * Makes the tables in an empty file, and the one that format 1 lacks in a file of that format; refuses a file of another
     * program or of a later format.
     */
    void prepare() throws IOException {
        try (Connection connection = open(10_000);
                Statement statement = connection.createStatement()) {
            long application = number(statement, "PRAGMA application_id");
            long format = number(statement, "PRAGMA user_version");
            if (application == 0 && format == 0 && number(statement, "SELECT count(*) FROM sqlite_master") == 0) {
                statement.execute("BEGIN IMMEDIATE");
                for (String table : SCHEMA) {
                    statement.execute(table);
                }
                statement.execute("PRAGMA application_id=" + APPLICATION_ID);
                statement.execute("PRAGMA user_version=" + FORMAT);
                statement.execute("COMMIT");
            } else if (application != APPLICATION_ID) {
                throw new IOException("not a journal of Relais");
            } else if (format > FORMAT) {
                throw new NewerFormatException();
            } else if (format < FORMAT) {
                statement.execute("BEGIN IMMEDIATE");
                statement.execute(SqliteRuns.TABLE);
                statement.execute(SqliteRuns.FILL);
                statement.execute("PRAGMA user_version=" + FORMAT);
                statement.execute("COMMIT");
            }
        } catch (SQLException broken) {
            throw new IOException("the journal's file cannot be opened", broken);
        }
    }

    static long number(Statement statement, String sql) throws SQLException {
        try (ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? row.getLong(1) : 0;
        }
    }
}
