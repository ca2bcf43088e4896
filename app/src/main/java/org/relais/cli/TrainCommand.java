package org.relais.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Runs the product once on an empty directory while the JVM learns what a start needs; the launcher calls it. */
@Command(name = "train", hidden = true)
final class TrainCommand implements Callable<Integer> {
    private final RoomsOpener opener;

    TrainCommand(RoomsOpener opener) {
        this.opener = opener;
    }

    @Override
    public Integer call() {
        opener.train();
        return 0;
    }
}
