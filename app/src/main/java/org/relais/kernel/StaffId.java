package org.relais.kernel;

/**
 * A person who works at the hospital and has an account: random, stands for nobody outside this site.
 *
 * @param hex 32 lower-case hexadecimal digits (128 bits)
 */
public record StaffId(String hex) {
    public StaffId {
        if (!hex.matches("[0-9a-f]{32}")) {
            throw new IllegalArgumentException("a staff id is 32 hexadecimal digits");
        }
    }
}
