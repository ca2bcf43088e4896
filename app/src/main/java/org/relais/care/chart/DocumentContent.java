package org.relais.care.chart;

import java.util.List;

/** The content of a document's part as it may be shown: by what its bytes are, whatever the message called them. */
public sealed interface DocumentContent {
    /** A PDF, handed on as it came. */
    record Pdf(byte[] bytes) implements DocumentContent {}

    /** A picture, handed on as it came; {@code mediaType} is {@code image/jpeg} or {@code image/png}. */
    record Picture(String mediaType, byte[] bytes) implements DocumentContent {}

    /**
     * Text: lines, or the narrative of a CDA document.
     *
     * @param title   as the document says it, or empty
     * @param subject whom the document itself names, or empty
     */
    record Reading(String title, String subject, List<Block> blocks) implements DocumentContent {}

    /** Nothing that can be shown here. */
    record Unshown(Why why, int bytes) implements DocumentContent {}

    /** Why a document is not shown. */
    enum Why {
        /** The message holds no bytes, only where they are. */
        ELSEWHERE,
        /** They are not encoded as they say. */
        UNREADABLE,
        /** Their format is none of those shown. */
        FORMAT
    }

    /**
     * A piece of text.
     *
     * @param cells one, or those of a row
     */
    record Block(Kind kind, List<String> cells) {
        static Block of(Kind kind, String text) {
            return new Block(kind, List.of(text));
        }
    }

    /** Kinds of pieces. */
    enum Kind {
        HEADING,
        PARAGRAPH,
        ITEM,
        ROW
    }
}
