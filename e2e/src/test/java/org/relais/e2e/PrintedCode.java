package org.relais.e2e;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import javax.imageio.ImageIO;

/** What a scanner reads on a printed sheet: its pages are drawn by poppler, and looked at. */
final class PrintedCode {
    private static final String DOTS_PER_INCH = "200";

    private PrintedCode() {}

    /** The QR code of the first page. */
    static String qr(Path pdf) throws IOException {
        Path image = pdf.resolveSibling(pdf.getFileName() + "-1");
        Process drawn = new ProcessBuilder(
                        "pdftoppm", "-r", DOTS_PER_INCH, "-png", "-singlefile", pdf.toString(), image.toString())
                .inheritIO()
                .start();
        try {
            if (drawn.waitFor() != 0) {
                throw new IOException("pdftoppm failed");
            }
        } catch (InterruptedException told) {
            Thread.currentThread().interrupt();
        }
        BufferedImage page =
                ImageIO.read(image.resolveSibling(image.getFileName() + ".png").toFile());
        int[] dots = page.getRGB(0, 0, page.getWidth(), page.getHeight(), null, 0, page.getWidth());
        RGBLuminanceSource light = new RGBLuminanceSource(page.getWidth(), page.getHeight(), dots);
        try {
            return new QRCodeReader()
                    .decode(new BinaryBitmap(new HybridBinarizer(light)), Map.of(DecodeHintType.TRY_HARDER, true))
                    .getText();
        } catch (NotFoundException none) {
            throw new IOException("no code on the sheet", none);
        } catch (ReaderException unreadable) {
            throw new IOException("the code on the sheet can not be read", unreadable);
        }
    }
}
