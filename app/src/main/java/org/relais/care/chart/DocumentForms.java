package org.relais.care.chart;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.relais.care.chart.DocumentContent.Block;
import org.relais.care.chart.DocumentContent.Kind;
import org.relais.care.chart.DocumentContent.Reading;
import org.relais.care.chart.DocumentContent.Unshown;
import org.relais.care.chart.DocumentContent.Why;

/**
 * Tells what a document is by its first bytes: PDF, JPEG, PNG, CDA, else text. Markup of any other kind is text to be
 * read, never to be rendered.
 */
final class DocumentForms {
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A};
    private static final int PDF_WITHIN = 1024;
    private static final Charset WESTERN = Charset.forName("windows-1252");
    private static final int LONGEST_TEXT = 2_000_000;

    private DocumentForms() {}

    static DocumentContent of(byte[] bytes) {
        return of(bytes, true);
    }

    /** The same for what a CDA document encloses, in which no further document is looked for. */
    static DocumentContent enclosed(byte[] bytes) {
        return of(bytes, false);
    }

    private static DocumentContent of(byte[] bytes, boolean clinical) {
        if (isPdf(bytes)) {
            return new DocumentContent.Pdf(bytes);
        }
        if (bytes.length > 3 && (bytes[0] & 0xFF) == 0xFF && (bytes[1] & 0xFF) == 0xD8 && (bytes[2] & 0xFF) == 0xFF) {
            return new DocumentContent.Picture("image/jpeg", bytes);
        }
        if (starts(bytes, PNG)) {
            return new DocumentContent.Picture("image/png", bytes);
        }
        if (bytes.length > LONGEST_TEXT || !textual(bytes)) {
            return new Unshown(Why.FORMAT, bytes.length);
        }
        return clinical ? ClinicalDocument.read(bytes).orElseGet(() -> lines(bytes)) : lines(bytes);
    }

    private static boolean isPdf(byte[] bytes) {
        int end = Math.min(bytes.length - 4, PDF_WITHIN);
        for (int at = 0; at < end; at++) {
            if (bytes[at] == '%' && bytes[at + 1] == 'P' && bytes[at + 2] == 'D' && bytes[at + 3] == 'F') {
                return true;
            }
        }
        return false;
    }

    private static boolean starts(byte[] bytes, byte[] magic) {
        for (int at = 0; at < magic.length; at++) {
            if (at >= bytes.length || bytes[at] != magic[at]) {
                return false;
            }
        }
        return true;
    }

    /** No control characters but tabs and line ends, and no RTF, which nobody reads as it stands. */
    private static boolean textual(byte[] bytes) {
        if (bytes.length == 0 || starts(bytes, "{\\rtf".getBytes(StandardCharsets.US_ASCII))) {
            return false;
        }
        for (byte one : bytes) {
            if (one >= 0 && one < ' ' && one != '\t' && one != '\n' && one != '\r' && one != '\f') {
                return false;
            }
        }
        return true;
    }

    private static DocumentContent lines(byte[] bytes) {
        String text = decoded(bytes);
        List<Block> blocks = text.lines()
                .map(String::stripTrailing)
                .filter(line -> !line.isBlank())
                .map(line -> Block.of(Kind.PARAGRAPH, line))
                .toList();
        return blocks.isEmpty() ? new Unshown(Why.FORMAT, bytes.length) : new Reading("", "", blocks);
    }

    private static String decoded(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException other) {
            return new String(bytes, WESTERN);
        }
    }
}
