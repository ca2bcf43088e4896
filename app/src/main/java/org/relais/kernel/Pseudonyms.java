package org.relais.kernel;

/** A keyed one-way function of this site: the same text gives the same 128 bits here, and tells nothing elsewhere. */
@FunctionalInterface
public interface Pseudonyms {
    /**
     * @param domain separates uses, for instance {@code patient}
     * @return 32 lower-case hexadecimal digits
     */
    String of(String domain, String text);
}
