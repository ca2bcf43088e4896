package org.relais.paper;

import java.util.List;

/** A paragraph: runs of one size in two weights. A line break in a run breaks the line. */
record Para(Face face, List<Run> runs) {
    /** Text of one weight. */
    record Run(boolean bold, String text) {}

    static Para text(String text) {
        return of(Face.BODY, text);
    }

    static Para bold(String text) {
        return of(Face.BOLD, text);
    }

    static Para small(String text) {
        return of(Face.SMALL, text);
    }

    static Para of(Face face, String text) {
        return new Para(face, List.of(new Run(face.bold(), text)));
    }

    /** Bold words, then plain ones. */
    static Para led(Face face, String bold, String plain) {
        return new Para(face, List.of(new Run(true, bold), new Run(false, plain)));
    }

    /** Plain words, then bold ones. */
    static Para trailed(Face face, String plain, String bold) {
        return new Para(face, List.of(new Run(false, plain), new Run(true, bold)));
    }
}
