package org.relais.cli;

import java.nio.file.Path;
import java.util.function.Function;
import org.relais.kernel.Mode;

/** Opens a data directory for the time of one command. Declared here, implemented in wiring. */
public interface RoomsOpener {
    /** Where the commands of a node go: opens, lets the work be done, closes. */
    <T> T with(Path data, char[] passphrase, Function<Rooms, T> work);

    /** Makes a data directory of a mode. */
    void create(Path data, Mode mode, char[] passphrase);

    /** Runs the whole product until it is told to end. */
    void serve(ServeOrder order);

    /** Runs the product once on an empty directory, so that the fast start can be learned. */
    void train();
}
