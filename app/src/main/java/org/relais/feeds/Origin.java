package org.relais.feeds;

import java.nio.charset.Charset;
import org.relais.hl7.Encoding;
import org.relais.kernel.FeedName;

/**
 * Where a message came from.
 *
 * @param peer    network address of the sender, or name of the file
 * @param charset what the feed's messages are in where neither MSH-18 nor the bytes tell
 */
public record Origin(FeedName feed, String peer, Via via, Charset charset) {
    /** In the usual character set. */
    public Origin(FeedName feed, String peer, Via via) {
        this(feed, peer, via, Encoding.FALLBACK);
    }
}
