package org.relais.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.relais.journal.crypto.Host;

/**
 * What {@code serve} and {@code demo} ask for.
 *
 * @param port     HTTP port on loopback, 0 for any free one
 * @param mllpPort MLLP port on loopback, 0 for any free one
 * @param demo     the fictitious hospital to play, or null
 * @param json     announce the addresses in JSON
 * @param https    null for none but loopback
 */
public record ServeOrder(
        Path data,
        int port,
        int mllpPort,
        char[] passphrase,
        @Nullable Demo demo,
        PrintStream out,
        boolean json,
        @Nullable Https https) {
    /**
     * Pages for other machines, over TLS.
     *
     * @param port  0 for any free one
     * @param names names and addresses of this node; none for those of the certificate authority that is there
     */
    public record Https(int port, List<Host> names) {}

    /**
     * The fictitious hospital.
     *
     * @param speed   how many times faster than life it plays
     * @param attack  how long after its history was received its systems fall silent, or null for never
     */
    public record Demo(
            long seed,
            int patients,
            int days,
            double speed,
            @Nullable Duration attack) {}
}
