package org.relais.journal;

/** What a draft must be; anything else is a mistake of the program and is refused before it is queued. */
final class Drafts {
    private static final int MOST_CUTS = 65_535;

    private Drafts() {}

    static void check(Draft draft) {
        String type = draft.type();
        if (type.isEmpty() || type.length() > 64 || !type.chars().allMatch(c -> c > 0x20 && c < 0x7f)) {
            throw new IllegalArgumentException("a type's name has 1 to 64 printable ASCII characters");
        }
        if (draft.version() < 1 || draft.version() > 65_535) {
            throw new IllegalArgumentException("a type's version is 1 to 65535");
        }
        String subject = draft.subject();
        if (subject != null && !hex32(subject)) {
            throw new IllegalArgumentException("a subject is 32 lower-case hexadecimal digits");
        }
        int end = 0;
        for (Draft.Cut cut : draft.cuts()) {
            if (cut.offset() < end || cut.length() < 1 || cut.length() > draft.payload().length - cut.offset()) {
                throw new IllegalArgumentException("cuts ascend, do not overlap, and lie within the payload");
            }
            end = cut.offset() + cut.length();
        }
        if (draft.cuts().size() > MOST_CUTS) {
            throw new IllegalArgumentException("a payload has at most 65535 cuts");
        }
    }

    private static boolean hex32(String text) {
        return text.length() == 32 && text.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
    }
}
