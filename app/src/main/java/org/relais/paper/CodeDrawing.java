package org.relais.paper;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.datamatrix.DataMatrixWriter;
import com.google.zxing.datamatrix.encoder.SymbolShapeHint;
import java.util.Map;

/**
 * A DataMatrix (ISO/IEC 16022, ECC 200, square) as a vector drawing for a page.
 *
 * @param size modules a side
 * @param path SVG path of the dark modules, one unit each
 */
public record CodeDrawing(int size, String path) {
    private static final Map<EncodeHintType, ?> SQUARE =
            Map.of(EncodeHintType.DATA_MATRIX_SHAPE, SymbolShapeHint.FORCE_SQUARE, EncodeHintType.MARGIN, 0);

    public static CodeDrawing of(String text) {
        BitMatrix matrix = new DataMatrixWriter().encode(text, BarcodeFormat.DATA_MATRIX, 0, 0, SQUARE);
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < matrix.getHeight(); y++) {
            int x = 0;
            while (x < matrix.getWidth()) {
                int begin = x;
                while (x < matrix.getWidth() && matrix.get(x, y)) {
                    x++;
                }
                if (x > begin) {
                    path.append('M')
                            .append(begin)
                            .append(' ')
                            .append(y)
                            .append('h')
                            .append(x - begin)
                            .append("v1h-")
                            .append(x - begin)
                            .append('z');
                }
                x++;
            }
        }
        return new CodeDrawing(matrix.getWidth(), path.toString());
    }
}
