package org.relais.web.node;

import java.time.Duration;
import java.util.List;
import org.relais.kernel.PatientId;
import org.relais.kernel.WardCode;
import org.relais.paper.PackPlan;

/** How far a pack has come. */
sealed interface PackStep {
    /** Another pack is being made. */
    record Waiting() implements PackStep {}

    record Counting(int done, int wards) implements PackStep {}

    /** Its pages are known; nothing is printed until somebody says so. */
    record Counted(PackPlan plan) implements PackStep {}

    record Printing(int done, int expected, Duration left) implements PackStep {}

    /** The document, in memory only. */
    record Done(byte[] pdf, int pages, List<Printed> wards) implements PackStep {
        /** How many patients are in it. */
        int patients() {
            return wards.stream().mapToInt(ward -> ward.patients().size()).sum();
        }
    }

    /**
     * A ward's part of the document.
     *
     * @param job name of its pages as their codes hold it
     */
    record Printed(WardCode ward, String job, List<PatientId> patients) {}

    record Cancelled() implements PackStep {}

    record Failed() implements PackStep {}

    /** Whether something is under way. */
    default boolean running() {
        return switch (this) {
            case Waiting _, Counting _, Printing _ -> true;
            case Counted _, Done _, Cancelled _, Failed _ -> false;
        };
    }
}
