package org.relais.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.InstantSource;
import org.relais.feeds.FeedCounters;
import org.relais.feeds.Inbox;
import org.relais.feeds.hl7v2.MllpListener;
import org.relais.journal.DataDirectory;
import org.relais.kernel.FeedName;
import org.relais.kernel.Mode;

/** Relais' door alone, durable as in the product. Prints its port; ends with its standard input. */
final class RelaisPeer {
    private RelaisPeer() {}

    public static void main(String[] args) throws IOException {
        char[] passphrase = "only for a measurement".toCharArray();
        try (DataDirectory data =
                DataDirectory.create(Path.of(args[0]), Mode.DEMO, passphrase, InstantSource.system())) {
            Inbox inbox = new Inbox(data.journal(), new FeedCounters());
            InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
            try (MllpListener listener = MllpListener.open(new FeedName("bench"), any, inbox)) {
                System.out.println(listener.address().getPort());
                System.in.transferTo(OutputStream.nullOutputStream());
            }
        }
    }
}
