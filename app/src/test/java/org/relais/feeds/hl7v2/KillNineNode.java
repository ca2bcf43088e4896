package org.relais.feeds.hl7v2;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.InstantSource;
import org.relais.feeds.FeedCounters;
import org.relais.feeds.Inbox;
import org.relais.journal.DataDirectory;
import org.relais.kernel.FeedName;
import org.relais.kernel.Mode;

/** A node in a process of its own, to be killed: opens a data directory, listens, and writes its port into a file. */
final class KillNineNode {
    static final String PASSPHRASE = "quatre mots sur un papier";

    private KillNineNode() {}

    public static void main(String[] args) throws Exception {
        Path data = Path.of(args[0]);
        Path port = Path.of(args[1]);
        DataDirectory directory = DataDirectory.isInitialised(data)
                ? DataDirectory.open(data, PASSPHRASE.toCharArray(), InstantSource.system())
                : DataDirectory.create(data, Mode.DEMO, PASSPHRASE.toCharArray(), InstantSource.system());
        MllpListener listener = MllpListener.open(
                new FeedName("mllp"),
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                new Inbox(directory.journal(), new FeedCounters()));
        Path written = port.resolveSibling("port.new");
        Files.writeString(written, Integer.toString(listener.address().getPort()));
        Files.move(written, port, StandardCopyOption.ATOMIC_MOVE);
        Thread.currentThread().join();
    }
}
