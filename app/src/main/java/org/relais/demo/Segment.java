package org.relais.demo;

import java.util.ArrayList;
import java.util.List;

/** One HL7 v2 segment being written (HL7 v2.5, chapter 2). */
final class Segment {
    private final List<String> fields = new ArrayList<>();

    private Segment(String name) {
        fields.add(name);
    }

    static Segment of(String name) {
        return new Segment(name);
    }

    /** A segment of the kinds that are numbered from 1 within a message (OBX-1, AL1-1…). */
    static Segment numbered(String name, int setId) {
        return new Segment(name).put(1, Integer.toString(setId));
    }

    /** @param value field content, already with its separators; its texts escaped with {@link #text} */
    Segment put(int index, String value) {
        while (fields.size() <= index) {
            fields.add("");
        }
        fields.set(index, value);
        return this;
    }

    /** A text with the delimiters escaped (HL7 v2.5, 2.7). */
    static String text(String plain) {
        StringBuilder escaped = new StringBuilder(plain.length() + 8);
        for (int i = 0; i < plain.length(); i++) {
            char letter = plain.charAt(i);
            escaped.append(
                    switch (letter) {
                        case '|' -> "\\F\\";
                        case '^' -> "\\S\\";
                        case '~' -> "\\R\\";
                        case '\\' -> "\\E\\";
                        case '&' -> "\\T\\";
                        case '\n' -> "\\.br\\";
                        default -> String.valueOf(letter);
                    });
        }
        return escaped.toString();
    }

    /** A coded element: code, text, coding system (CE, CWE). */
    static String coded(String code, String text, String system) {
        return code + "^" + text(text) + "^" + system;
    }

    @Override
    public String toString() {
        int last = fields.size();
        while (last > 1 && fields.get(last - 1).isEmpty()) {
            last--;
        }
        return String.join("|", fields.subList(0, last));
    }
}
