package org.relais.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.relais.kernel.Language;
import org.relais.kernel.Outcome;

class CalibrationTest {
    private static final int DPI = 200;

    @TempDir
    Path folder;

    @Test
    void theRawPageMeasuresWhatItSays() throws Exception {
        Calibration measured = measure(page(Calibration.NONE), 0, 0, 1);
        assertThat(measured.left()).isCloseTo(20, within(0.3));
        assertThat(measured.top()).isCloseTo(20, within(0.3));
        assertThat(measured.across()).isCloseTo(150, within(0.4));
        assertThat(measured.down()).isCloseTo(200, within(0.4));
    }

    /** A printer that shifts by (2.5, −1.8) mm and stretches to 98.5%: what was measured puts it right. */
    @Test
    void aPrinterThatShiftsAndStretchesIsPutRight() throws Exception {
        Calibration measured = measure(page(Calibration.NONE), 2.5, -1.8, 0.985);
        assertThat(measured.checked()).isInstanceOf(Outcome.Done.class);
        Calibration corrected = measure(page(measured), 2.5, -1.8, 0.985);
        assertThat(corrected.left()).isCloseTo(20, within(0.3));
        assertThat(corrected.top()).isCloseTo(20, within(0.3));
        assertThat(corrected.across()).isCloseTo(150, within(0.5));
        assertThat(corrected.down()).isCloseTo(200, within(0.5));
    }

    @Test
    void figuresThatNoPrinterGivesAreRefused() {
        assertThat(new Calibration(20, 20, 15, 200).checked()).isInstanceOf(Outcome.Refused.class);
        assertThat(new Calibration(50, 20, 150, 200).checked()).isInstanceOf(Outcome.Refused.class);
        assertThat(new Calibration(20, 20, Double.NaN, 200).checked()).isInstanceOf(Outcome.Refused.class);
    }

    private BufferedImage page(Calibration calibration) throws Exception {
        Pdf pdf =
                Pdf.of(out -> CalibrationSheet.print(SheetFormat.OF_24, calibration, Samples.stamp(Language.FR), out));
        assertThat(pdf.pages()).isEqualTo(1);
        return Scan.pages(pdf.bytes(), DPI, folder).getFirst();
    }

    /** Measures as a person with a ruler does on what comes out of a printer that maps x to shift + stretch · x. */
    private static Calibration measure(BufferedImage page, double shiftX, double shiftY, double stretch) {
        int row = darkestRow(page);
        int column = darkestColumn(page);
        double left = millimetres(column);
        double top = millimetres(row);
        double across = millimetres(run(page, column, row, 1, 0));
        double down = millimetres(run(page, column, row, 0, 1));
        return new Calibration(shiftX + stretch * left, shiftY + stretch * top, stretch * across, stretch * down);
    }

    private static int darkestRow(BufferedImage page) {
        int best = 0;
        int most = 0;
        for (int y = 0; y < page.getHeight() / 4; y++) {
            int dark = 0;
            for (int x = 0; x < page.getWidth(); x++) {
                dark += dark(page, x, y) ? 1 : 0;
            }
            if (dark > most) {
                most = dark;
                best = y;
            }
        }
        return best;
    }

    private static int darkestColumn(BufferedImage page) {
        int best = 0;
        int most = 0;
        for (int x = 0; x < page.getWidth() / 4; x++) {
            int dark = 0;
            for (int y = 0; y < page.getHeight(); y++) {
                dark += dark(page, x, y) ? 1 : 0;
            }
            if (dark > most) {
                most = dark;
                best = x;
            }
        }
        return best;
    }

    private static int run(BufferedImage page, int x, int y, int stepX, int stepY) {
        int length = 0;
        while (dark(page, x + length * stepX, y + length * stepY)) {
            length++;
        }
        return length;
    }

    private static boolean dark(BufferedImage page, int x, int y) {
        return (page.getRGB(x, y) & 0xFF) < 150;
    }

    private static double millimetres(int pixels) {
        return pixels * 25.4 / DPI;
    }
}
