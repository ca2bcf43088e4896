package org.relais.journal.store;

/**
 * How SQLite is to be run.
 *
 * @param synchronous     {@code FULL} always, but in the test that proves that the count of fsync means something
 * @param checkpointBytes how much is written before the log is copied into the database, off the writer's path
 * @param largestLog      bytes of log beyond which that copying may hold writers up
 */
public record SqliteOptions(String synchronous, long checkpointBytes, long largestLog) {
    public static final SqliteOptions DURABLE = new SqliteOptions("FULL", 32L << 20, 64L << 20);
}
