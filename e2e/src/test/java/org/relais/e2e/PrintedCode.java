package org.relais.e2e;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;

/** What a scanner reads on a printed sheet: its pages are drawn by poppler, and looked at, nearer when nothing was read. */
final class PrintedCode {
    /** In dots an inch. Of 50 sheets the reader, looking for the code on a whole page, missed 2 at 150, 5 at 200, 1 at 300. */
    private static final int[] DENSITIES = {200, 300, 150};

    private PrintedCode() {}

    /** The QR code of the first page. */
    static String qr(Path pdf) throws IOException, InterruptedException {
        for (int dpi : DENSITIES) {
            Optional<String> text = read(drawn(pdf, dpi));
            if (text.isPresent()) {
                return text.get();
            }
        }
        throw new IOException("no code on " + pdf);
    }

    private static BufferedImage drawn(Path pdf, int dpi) throws IOException, InterruptedException {
        String picture = pdf + "-" + dpi;
        Process drawn = new ProcessBuilder(
                        "pdftoppm", "-r", Integer.toString(dpi), "-png", "-singlefile", pdf.toString(), picture)
                .inheritIO()
                .start();
        if (drawn.waitFor() != 0) {
            throw new IOException("pdftoppm failed on " + pdf);
        }
        return ImageIO.read(Path.of(picture + ".png").toFile());
    }

    private static Optional<String> read(BufferedImage page) {
        int[] dots = page.getRGB(0, 0, page.getWidth(), page.getHeight(), null, 0, page.getWidth());
        RGBLuminanceSource light = new RGBLuminanceSource(page.getWidth(), page.getHeight(), dots);
        try {
            return Optional.of(new QRCodeReader()
                    .decode(new BinaryBitmap(new HybridBinarizer(light)), Map.of(DecodeHintType.TRY_HARDER, true))
                    .getText());
        } catch (ReaderException unread) {
            return Optional.empty();
        }
    }
}
