package org.relais.paper;

import com.google.zxing.common.BitMatrix;
import java.util.HexFormat;
import java.util.Locale;

/**
 * A label as ZPL II: the medium, the darkness, and one picture ({@code ^GFA}) of every dot, so that what a printer prints
 * does not hang on the typefaces and code engines it has. Rows of the picture are hexadecimal, {@code ,} fills a row with
 * white and {@code :} repeats the row above, as the ZPL II manual describes under "Alternative data compression scheme".
 */
final class Zpl {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private Zpl() {}

    /** @param copies of the same label, at least 1 */
    static String label(BitMatrix dots, DotFormat format, int copies) {
        BitMatrix turned = format.turned() ? quarter(dots) : dots;
        int rowBytes = (turned.getWidth() + 7) / 8;
        int bytes = rowBytes * turned.getHeight();
        return String.format(Locale.ROOT, "~SD%02d%n", format.darkness()).strip()
                + "\n^XA\n^PW" + turned.getWidth() + "\n^LL" + turned.getHeight() + "\n^LH0,0\n^FO0,0^GFA," + bytes
                + ","
                + bytes + "," + rowBytes + "," + picture(turned, rowBytes) + "^FS\n^PQ" + copies + "\n^XZ\n";
    }

    private static String picture(BitMatrix dots, int rowBytes) {
        StringBuilder data = new StringBuilder();
        String above = "";
        for (int y = 0; y < dots.getHeight(); y++) {
            String row = row(dots, y, rowBytes);
            data.append(row.equals(above) ? ":" : row);
            above = row;
        }
        return data.toString();
    }

    private static String row(BitMatrix dots, int y, int rowBytes) {
        byte[] row = new byte[rowBytes];
        for (int x = 0; x < dots.getWidth(); x++) {
            if (dots.get(x, y)) {
                int bit = x % 8;
                row[x / 8] |= (byte) (0x80 >> bit);
            }
        }
        String hex = HEX.formatHex(row);
        int end = hex.length();
        while (end > 0 && hex.charAt(end - 1) == '0') {
            end--;
        }
        return end == hex.length() ? hex : hex.substring(0, end) + ",";
    }

    /** A quarter turn clockwise. */
    private static BitMatrix quarter(BitMatrix dots) {
        int across = dots.getHeight();
        int along = dots.getWidth();
        BitMatrix turned = new BitMatrix(across, along);
        for (int y = 0; y < across; y++) {
            for (int x = 0; x < along; x++) {
                if (dots.get(x, y)) {
                    turned.set(across - 1 - y, x);
                }
            }
        }
        return turned;
    }
}
