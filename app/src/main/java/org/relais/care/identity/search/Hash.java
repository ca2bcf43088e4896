package org.relais.care.identity.search;

/** Hashes: the same on every machine, and spread over all their bits. */
final class Hash {
    private Hash() {}

    static int mix(int hash) {
        int mixed = (hash ^ (hash >>> 16)) * 0x85EBCA6B;
        mixed = (mixed ^ (mixed >>> 13)) * 0xC2B2AE35;
        return mixed ^ (mixed >>> 16);
    }

    /** 64 bits of a text, after FNV-1a, mixed: of ten million numbers hardly two share them. */
    static long of(String text) {
        long hash = 0xCBF29CE484222325L;
        for (int at = 0; at < text.length(); at++) {
            hash = (hash ^ text.charAt(at)) * 0x100000001B3L;
        }
        hash = (hash ^ (hash >>> 33)) * 0xFF51AFD7ED558CCDL;
        hash = (hash ^ (hash >>> 33)) * 0xC4CEB9FE1A85EC53L;
        return hash ^ (hash >>> 33);
    }

    /** A hash laid over a table of any length. */
    static int slot(int hash, int length) {
        return (int) (((hash & 0xFFFFFFFFL) * length) >>> 32);
    }
}
