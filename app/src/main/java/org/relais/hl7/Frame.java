package org.relais.hl7;

/** What stood between the start and the end of one MLLP frame. */
public sealed interface Frame {
    /** A message, byte for byte. */
    record Whole(byte[] message) implements Frame {}

    /**
     * A message above the size limit; read to its end and dropped.
     *
     * @param head   its first bytes, enough to answer
     * @param length how long it was
     */
    record TooBig(byte[] head, long length) implements Frame {}
}
