package org.relais.paper;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneId;
import org.relais.command.CrisisState;
import org.relais.kernel.Language;
import org.relais.kernel.Mode;

/**
 * What every page of a print says about itself, whoever it is for.
 *
 * @param zone        the hospital's: every time on paper is in it
 * @param asOf        the moment the data stop at
 * @param printedAt   the moment of printing; ages of people are reckoned at it
 * @param node        id of the node; its first eight characters are printed
 * @param hospital    name of the hospital
 * @param journalHead head of the journal, for {@code relais verify --expect}; may be empty
 * @param job         names this print in the page codes: letters and digits, see {@link #newJob}
 */
public record Stamp(
        Mode mode,
        Language language,
        ZoneId zone,
        Instant asOf,
        Instant printedAt,
        String node,
        String hospital,
        String journalHead,
        CrisisState crisis,
        String job) {
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int JOB_LENGTH = 10;

    /** A fresh name for a print: 50 random bits in Crockford's base 32, readable aloud. */
    public static String newJob(SecureRandom random) {
        StringBuilder job = new StringBuilder(JOB_LENGTH);
        for (int i = 0; i < JOB_LENGTH; i++) {
            job.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return job.toString();
    }

    /** This stamp, once it was seen that its job can stand in a page code. */
    Stamp checked() {
        if (!job.matches("[0-9A-Z]{4,16}")) {
            throw new IllegalArgumentException("a print job is named by 4 to 16 capital letters or digits");
        }
        return this;
    }

    String nodePrefix() {
        return node.length() <= 8 ? node : node.substring(0, 8);
    }

    /** Key of the mode word: on paper the state of the crisis shows as on screen. */
    String modeKey() {
        return switch (mode) {
            case EXERCISE -> "mode.exercise";
            case DEMO -> "mode.demo";
            case REAL -> crisis.declared() ? "mode.real" : "mode.watch";
        };
    }
}
