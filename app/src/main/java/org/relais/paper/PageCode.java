package org.relais.paper;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.datamatrix.DataMatrixWriter;
import com.google.zxing.datamatrix.encoder.SymbolShapeHint;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a printed page, as its DataMatrix (ISO/IEC 16022, ECC 200, square) holds it:
 * {@code RELAIS1|<sheet code>|<node prefix>|<job>|<page>}. It tells nothing of the patient.
 *
 * @param sheet what kind of page
 * @param node  first eight characters of the node's id
 * @param job   the print it belongs to; in a pack of many wards a hyphen and the number of the ward follow
 * @param page  its number within the print, from 1
 */
public record PageCode(Sheet sheet, String node, String job, int page) {
    private static final Map<EncodeHintType, ?> SQUARE =
            Map.of(EncodeHintType.DATA_MATRIX_SHAPE, SymbolShapeHint.FORCE_SQUARE, EncodeHintType.MARGIN, 0);

    private static final Pattern WRITTEN = Pattern.compile(
            "RELAIS1\\|([A-Z]{2})\\|([0-9a-f]{8})\\|([0-9A-Z]{4,16}(?:-[0-9]{2,3})?)\\|([1-9][0-9]{0,5})");

    /** Reads a page's name back; empty when it is none. */
    public static Optional<PageCode> read(String text) {
        Matcher parts = WRITTEN.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        return Arrays.stream(Sheet.values())
                .filter(sheet -> sheet.code().equals(parts.group(1)))
                .findFirst()
                .map(sheet -> new PageCode(sheet, parts.group(2), parts.group(3), Integer.parseInt(parts.group(4))));
    }

    public String text() {
        return "RELAIS1|" + sheet.code() + "|" + node + "|" + job + "|" + page;
    }

    /** The part that people read aloud. */
    String spoken() {
        return sheet.code() + "\u00A0" + job + "\u00A0" + page;
    }

    BitMatrix matrix() {
        return new DataMatrixWriter().encode(text(), BarcodeFormat.DATA_MATRIX, 0, 0, SQUARE);
    }
}
