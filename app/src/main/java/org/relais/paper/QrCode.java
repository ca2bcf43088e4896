package org.relais.paper;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.Map;

/** A text as a QR code (ISO/IEC 18004, error correction Q), on paper or on a screen. */
public final class QrCode {
    /** Width of the white border that readers need, in modules (ISO/IEC 18004, 9.1). */
    private static final int QUIET = 4;

    private static final Map<EncodeHintType, ?> HINTS =
            Map.of(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.Q, EncodeHintType.MARGIN, 0);

    private QrCode() {}

    /** Draws it, with its quiet zone, into a square in which nothing else may stand. */
    static void draw(Ink ink, String text, Box square) {
        BitMatrix matrix = matrix(text);
        float module = square.width() / (matrix.getWidth() + 2 * QUIET);
        ink.matrix(matrix, square.inset(QUIET * module));
    }

    private static BitMatrix matrix(String text) {
        try {
            return new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0, HINTS);
        } catch (WriterException impossible) {
            throw new IllegalArgumentException("a text does not fit a QR code", impossible);
        }
    }

    /** As an SVG image with its quiet zone, black on white. */
    public static String svg(String text) {
        BitMatrix matrix = matrix(text);
        int side = matrix.getWidth() + 2 * QUIET;
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < matrix.getHeight(); y++) {
            for (int x = 0; x < matrix.getWidth(); x++) {
                if (matrix.get(x, y)) {
                    path.append('M')
                            .append(x + QUIET)
                            .append(' ')
                            .append(y + QUIET)
                            .append("h1v1h-1z");
                }
            }
        }
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + side + " " + side
                + "\" shape-rendering=\"crispEdges\"><rect width=\"" + side + "\" height=\"" + side
                + "\" fill=\"#fff\"/><path d=\"" + path + "\"/></svg>";
    }
}
