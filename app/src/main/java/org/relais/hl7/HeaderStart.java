package org.relais.hl7;

/** Finds where messages begin in raw bytes: {@code MSH} and a separator, at the start of a line. */
final class HeaderStart {
    private HeaderStart() {}

    /** Offset of the next {@code MSH} at or after {@code from} and below {@code to}, or -1. */
    static int next(byte[] raw, int from, int to) {
        for (int at = from; at + 3 < to; at++) {
            if (raw[at] == 'M' && raw[at + 1] == 'S' && raw[at + 2] == 'H' && separates(raw[at + 3])) {
                if (atLineStart(raw, at)) {
                    return at;
                }
            }
        }
        return -1;
    }

    private static boolean separates(byte after) {
        int c = after & 0xFF;
        return (c > ' ' && !Character.isLetterOrDigit(c)) || c >= 0x80;
    }

    private static boolean atLineStart(byte[] raw, int at) {
        int before = at - 1;
        while (before >= 0 && (raw[before] == ' ' || raw[before] == '\t')) {
            before--;
        }
        if (before < 0) {
            return true;
        }
        byte last = raw[before];
        return last == '\r' || last == '\n' || last == Mllp.START || last == Mllp.END || endsMark(raw, before);
    }

    /** Whether a UTF-8 byte order mark ends here. */
    private static boolean endsMark(byte[] raw, int at) {
        return at >= 2 && raw[at] == (byte) 0xBF && raw[at - 1] == (byte) 0xBB && raw[at - 2] == (byte) 0xEF;
    }
}
