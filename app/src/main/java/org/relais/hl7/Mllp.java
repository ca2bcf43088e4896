package org.relais.hl7;

/**
 * The minimal lower layer protocol: 0x0B, the message, 0x1C, 0x0D (HL7 v2.5.1, appendix C.4.3).
 */
public final class Mllp {
    /** Begins a frame. */
    public static final byte START = 0x0B;

    /** Ends a frame. */
    public static final byte END = 0x1C;

    private static final byte RETURN = 0x0D;

    private Mllp() {}

    /** A message in its frame. */
    public static byte[] frame(byte[] message) {
        byte[] framed = new byte[message.length + 3];
        framed[0] = START;
        System.arraycopy(message, 0, framed, 1, message.length);
        framed[message.length + 1] = END;
        framed[message.length + 2] = RETURN;
        return framed;
    }
}
