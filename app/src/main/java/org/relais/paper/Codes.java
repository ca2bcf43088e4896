package org.relais.paper;

import com.google.zxing.common.BitMatrix;
import uk.org.okapibarcode.backend.Code128;
import uk.org.okapibarcode.backend.DataMatrix;
import uk.org.okapibarcode.backend.HumanReadableLocation;
import uk.org.okapibarcode.backend.Symbol;
import uk.org.okapibarcode.graphics.Rectangle;

/** The codes of labels, made by Okapi Barcode; what they hold is read back by another library in the tests. */
final class Codes {
    /** Modules of a quiet zone of Code 128. */
    private static final int QUIET = 10;

    private Codes() {}

    /** A DataMatrix (ISO/IEC 16022, ECC 200), square, without its quiet zone. */
    static BitMatrix dataMatrix(String text) {
        DataMatrix symbol = new DataMatrix();
        symbol.setForceMode(DataMatrix.ForceMode.SQUARE);
        return modules(symbol, text);
    }

    /** A Code 128 (ISO/IEC 15417) as one row of modules, with the ten white ones that readers need on either side. */
    static BitMatrix code128(String text) {
        Code128 symbol = new Code128();
        symbol.setBarHeight(1);
        BitMatrix bars = modules(symbol, text);
        BitMatrix quiet = new BitMatrix(bars.getWidth() + 2 * QUIET, 1);
        for (int x = 0; x < bars.getWidth(); x++) {
            if (bars.get(x, 0)) {
                quiet.set(QUIET + x, 0);
            }
        }
        return quiet;
    }

    private static BitMatrix modules(Symbol symbol, String text) {
        symbol.setHumanReadableLocation(HumanReadableLocation.NONE);
        symbol.setModuleWidth(1);
        symbol.setQuietZoneHorizontal(0);
        symbol.setQuietZoneVertical(0);
        symbol.setContent(text);
        BitMatrix matrix = new BitMatrix(symbol.getWidth(), symbol.getHeight());
        for (Rectangle dark : symbol.getRectangles()) {
            matrix.setRegion((int) Math.round(dark.x), (int) Math.round(dark.y), (int) Math.round(dark.width), (int)
                    Math.round(dark.height));
        }
        return matrix;
    }
}
