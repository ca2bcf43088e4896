package org.relais.web.care.identity;

import org.relais.kernel.Problem;

/** The field of a form that a refusal is about. */
final class IdentityField {
    private IdentityField() {}

    static String of(Problem problem) {
        String key = problem.messageKey();
        return switch (key) {
            case "refused.newcomer.birth", "refused.newcomer.birth-future" -> "birth";
            case "refused.birthplace" -> "birthplace";
            case "refused.nir" -> "ins";
            case "refused.sinus" -> "sinus";
            case "refused.told.time", "refused.told.future", "refused.told.old" -> "time";
            case "refused.told.for" -> "forWhom";
            case "refused.identity.reason" -> "reason";
            default ->
                key.startsWith("refused.number.")
                        ? "pochette"
                        : key.startsWith("refused.newcomer.") ? key.substring(key.lastIndexOf('.') + 1) : "";
        };
    }
}
