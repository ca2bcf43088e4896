package org.relais.journal;

import java.nio.file.Path;
import java.time.InstantSource;
import org.relais.journal.crypto.Cost;
import org.relais.journal.store.SqliteOptions;
import org.relais.kernel.Mode;

/** Data directories for the tests of every room: real ones, but behind a passphrase that is cheap to stretch. */
public final class TestDirectory {
    static final char[] PASSPHRASE = "quatre mots sur un papier".toCharArray();
    private static final Cost CHEAP = new Cost(64, 1, 1);

    private TestDirectory() {}

    /** A new data directory in an empty or missing directory, on a real file system, with fsync. */
    public static DataDirectory create(Path path, Mode mode, InstantSource time) {
        return DataDirectory.create(path, mode, PASSPHRASE.clone(), settings(time));
    }

    /** Opens again what {@link #create} made. */
    public static DataDirectory open(Path path, InstantSource time) {
        return DataDirectory.open(path, null, PASSPHRASE.clone(), settings(time));
    }

    static DataDirectory.Settings settings(InstantSource time) {
        return new DataDirectory.Settings(time, CHEAP, SqliteOptions.DURABLE);
    }
}
