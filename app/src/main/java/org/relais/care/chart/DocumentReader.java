package org.relais.care.chart;

import java.util.Optional;

/** Takes a document's bytes out of the entry that holds them. Declared by care, implemented by feeds, joined in wiring. */
@FunctionalInterface
public interface DocumentReader {
    /**
     * The bytes of one part.
     *
     * @param payload the entry's, whole
     * @param path    of the part within it
     * @return nothing when there are none, or they are not encoded as they say
     */
    Optional<byte[]> read(byte[] payload, String path);
}
