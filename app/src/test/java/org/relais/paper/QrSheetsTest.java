package org.relais.paper;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.EncodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.Result;
import com.google.zxing.ResultPoint;
import com.google.zxing.WriterException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.relais.command.CrisisState;
import org.relais.kernel.Language;
import org.relais.kernel.Mode;

/** The QR codes of sheets for phones and recovery, as office copiers show them: read, and in white of four modules. */
class QrSheetsTest {
    /** A hand that is not answered tries again: of five sheets of recovery the reader of these tests missed one at 150. */
    private static final int[] DENSITIES = {150, 200, 300};

    private static final int QUIET = 4;
    private static final int WHITE = 250;
    /** From the middle of a finder pattern to the edge of the code, in modules. */
    private static final float FINDER = 3.5f;

    /** Where a hand holds the phone: the code and what is beside it. */
    private static final Box AIM = new Box(0, Box.TOP + Box.MATRIX, Box.LEFT + 66 * Box.MM, 70 * Box.MM);

    @TempDir
    Path folder;

    private static Stamp stamp() {
        return Samples.stamp(Mode.REAL, Language.FR, CrisisState.WATCH);
    }

    @Test
    void aPhoneReadsWhereToGo() throws Exception {
        String address = "https://relais.pointe.example:8443/";
        PhoneSheet.Content content = new PhoneSheet.Content("", address, "A1 ".repeat(31) + "B2");
        Pdf pdf = Pdf.of(out -> PhoneSheet.print(content, stamp(), out));
        free(pdf, 0, address);
    }

    @Test
    void everyPartOfTheKeyIsRead() throws Exception {
        List<RecoverySheets.Sheet> sheets = IntStream.rangeClosed(1, 5)
                .mapToObj(number -> new RecoverySheets.Sheet(number, rows(number), text(number)))
                .toList();
        Pdf pdf = Pdf.of(out -> RecoverySheets.print(sheets, "cafe0123", stamp(), out));
        assertThat(pdf.pages()).isEqualTo(5);
        for (int number = 1; number <= 5; number++) {
            free(pdf, number - 1, text(number));
        }
    }

    private static List<String> rows(int number) {
        List<String> rows = new ArrayList<>();
        for (int row = 1; row <= 8; row++) {
            rows.add("A" + number + "B" + row + " WXYZ K");
        }
        return rows;
    }

    private static String text(int number) {
        return "RELAIS-PART-1:" + "0123456789".repeat(7) + "A" + number;
    }

    /** The code says this, and nothing is printed in the four modules around it. */
    private void free(Pdf pdf, int page, String text) throws Exception {
        for (int dpi : DENSITIES) {
            BufferedImage part = Scan.part(Scan.pages(pdf.bytes(), dpi, folder).get(page), AIM, dpi);
            Optional<Result> read = read(part);
            if (read.isPresent()) {
                assertThat(read.get().getText()).isEqualTo(text);
                alone(part, read.get(), dpi);
                return;
            }
        }
        throw new AssertionError("no code is read on page " + (page + 1));
    }

    private static void alone(BufferedImage page, Result read, int dpi) throws WriterException {
        String text = read.getText();
        int modules = new QRCodeWriter()
                .encode(
                        text,
                        BarcodeFormat.QR_CODE,
                        0,
                        0,
                        Map.of(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.Q, EncodeHintType.MARGIN, 0))
                .getWidth();
        ResultPoint[] finders = read.getResultPoints();
        float module = ResultPoint.distance(finders[1], finders[2]) / (modules - 2 * FINDER);
        float left = finders[1].getX() - FINDER * module;
        float top = finders[1].getY() - FINDER * module;
        float side = modules * module;
        assertThat(module * 25.4 / dpi).as("millimetres a module").isGreaterThan(0.5);
        int around = (int) Math.floor(QUIET * module) - 1;
        for (int away = 2; away <= around; away++) {
            assertThat(ring(page, Math.round(left) - away, Math.round(top) - away, Math.round(side) + 2 * away))
                    .as(away + " dots from the code")
                    .isGreaterThan(WHITE);
        }
    }

    /** The darkest dot on the edge of a square. */
    private static int ring(BufferedImage page, int left, int top, int side) {
        int darkest = 255;
        for (int i = 0; i <= side; i++) {
            for (int[] at :
                    new int[][] {{left + i, top}, {left + i, top + side}, {left, top + i}, {left + side, top + i}}) {
                darkest = Math.min(darkest, page.getRaster().getSample(at[0], at[1], 0));
            }
        }
        return darkest;
    }

    private static Optional<Result> read(BufferedImage page) {
        int width = page.getWidth();
        int height = page.getHeight();
        int[] dots = page.getRGB(0, 0, width, height, null, 0, width);
        try {
            return Optional.of(new QRCodeReader()
                    .decode(
                            new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, height, dots))),
                            Map.of(DecodeHintType.TRY_HARDER, true)));
        } catch (ReaderException unread) {
            return Optional.empty();
        }
    }
}
