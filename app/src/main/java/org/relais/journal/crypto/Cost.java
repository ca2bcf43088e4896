package org.relais.journal.crypto;

/**
 * How dear a guess at a passphrase is made (Argon2id, RFC 9106).
 *
 * @param memoryKiB memory, in KiB
 * @param passes    times over that memory
 * @param lanes     parallel lanes
 */
public record Cost(int memoryKiB, int passes, int lanes) {
    /** What protects a data directory. */
    public static final Cost DISK = new Cost(64 * 1024, 3, 1);

    /** Whether a program can be asked to pay this without being made to fall over. */
    boolean sane() {
        return memoryKiB >= 8 && memoryKiB <= 1024 * 1024 && passes >= 1 && passes <= 16 && lanes >= 1 && lanes <= 16;
    }
}
