package org.relais.cli;

import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.relais.care.identity.match.Linkage;

/** Says on standard error, every ten seconds, how far a linkage has come; nothing of a short one. */
final class LinkageProgress implements Linkage.Progress {
    private static final long EVERY = TimeUnit.SECONDS.toNanos(10);

    private final Console console;
    private long said = System.nanoTime();

    LinkageProgress(Console console) {
        this.console = console;
    }

    @Override
    public synchronized void at(Linkage.Phase phase, int done, int all) {
        long now = System.nanoTime();
        if (now - said >= EVERY) {
            said = now;
            String key = "linkage." + phase.name().toLowerCase(Locale.ROOT);
            console.err().println(console.words().get(key, done * 100L / all));
        }
    }
}
