package org.relais.hl7;

/**
 * Finds where messages begin in raw bytes: {@code MSH} and a separator, at the start of a line. In batches also where the
 * segments around messages stand: {@code FHS}, {@code BHS}, {@code BTS}, {@code FTS}.
 */
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

    /**
     * Offset of the next {@code MSH} or segment around messages, or -1.
     *
     * @param ended nothing follows {@code to}: a name may end there
     */
    static int nextOfBatch(byte[] raw, int from, int to, boolean ended) {
        for (int at = from; at + 3 < to || (ended && at + 3 == to); at++) {
            if (begins(raw, at, to) && atLineStart(raw, at)) {
                return at;
            }
        }
        return -1;
    }

    private static boolean begins(byte[] raw, int at, int to) {
        byte first = raw[at];
        byte last = raw[at + 2];
        boolean header = (first == 'M' && raw[at + 1] == 'S' && last == 'H')
                || ((first == 'F' || first == 'B') && raw[at + 1] == 'H' && last == 'S');
        boolean trailer = (first == 'F' || first == 'B') && raw[at + 1] == 'T' && last == 'S';
        if (at + 3 >= to) {
            return trailer;
        }
        byte after = raw[at + 3];
        return (header && separates(after)) || (trailer && (separates(after) || after == '\r' || after == '\n'));
    }

    /** Whether the first thing in these bytes is the header of a file or batch. */
    static boolean opensBatch(byte[] raw, int to) {
        int at = 0;
        while (at < to && (raw[at] == Mllp.START || (raw[at] >= 0 && raw[at] <= ' '))) {
            at++;
        }
        if (at + 2 < to && endsMark(raw, at + 2)) {
            at += 3;
        }
        while (at < to && raw[at] >= 0 && raw[at] <= ' ') {
            at++;
        }
        return at + 3 < to && raw[at] != 'M' && begins(raw, at, to) && raw[at + 1] == 'H';
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
