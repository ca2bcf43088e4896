package org.relais.web.care.births.watch;

import java.util.List;

/**
 * After how many minutes reviews are due in this hospital, and who answers for it.
 *
 * @param inForce in words, with who validated them or that nobody did
 * @param signed  whether somebody answers for them
 * @param before  every time they were validated, the newest first
 * @param may     whether the reader may validate
 * @param problem why the form is shown again, or empty
 */
public record IntervalsPage(
        String inForce,
        boolean signed,
        List<String> before,
        boolean may,
        String active,
        String pushing,
        String problem) {}
