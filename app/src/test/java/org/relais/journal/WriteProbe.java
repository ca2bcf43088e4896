package org.relais.journal;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import org.relais.journal.crypto.Cost;
import org.relais.journal.store.SqliteOptions;
import org.relais.kernel.Who;

/** A program of its own for the tests that kill one or count its system calls: writes facts one after the other. */
final class WriteProbe {
    private WriteProbe() {}

    /** Arguments: data directory, how many facts, SQLite's {@code synchronous}. Prints each fact once acknowledged. */
    public static void main(String[] args) {
        SqliteOptions options = new SqliteOptions(args[2], 16L << 20, 128L << 20);
        DataDirectory.Settings settings =
                new DataDirectory.Settings(InstantSource.system(), new Cost(64, 1, 1), options);
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.US_ASCII);
        try (DataDirectory directory =
                DataDirectory.open(Path.of(args[0]), null, TestDirectory.PASSPHRASE.clone(), settings)) {
            Journal journal = directory.journal();
            int count = Integer.parseInt(args[1]);
            for (int n = 0; n < count; n++) {
                byte[] payload = ByteBuffer.allocate(4).putInt(n).array();
                Receipt receipt = journal.write(Draft.of("test.probe", 1, new Who.Machine(), payload));
                out.println(receipt.position() + " " + n);
            }
        }
    }
}
