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
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;

/** A badge as Relais prints it, read back by its QR code. */
final class PrintedBadge {
    private PrintedBadge() {}

    /** Has a badge printed for a login and scans the sheet. */
    static String of(String login, Path data, Path folder) throws IOException, InterruptedException {
        Path sheet = folder.resolve("badge-" + login + ".pdf");
        Program.run("user", "badge", login, "--out", sheet.toString(), "--data", data.toString(), "--json");
        Path picture = folder.resolve("badge-" + login);
        Process drawn = new ProcessBuilder(
                        List.of("pdftoppm", "-r", "200", "-png", "-singlefile", sheet.toString(), picture.toString()))
                .inheritIO()
                .start();
        if (drawn.waitFor() != 0) {
            throw new IOException("pdftoppm failed on " + sheet);
        }
        return read(
                ImageIO.read(picture.resolveSibling("badge-" + login + ".png").toFile()));
    }

    private static String read(BufferedImage sheet) throws IOException {
        int width = sheet.getWidth();
        int height = sheet.getHeight();
        int[] pixels = sheet.getRGB(0, 0, width, height, null, 0, width);
        try {
            RGBLuminanceSource source = new RGBLuminanceSource(width, height, pixels);
            return new QRCodeReader()
                    .decode(new BinaryBitmap(new HybridBinarizer(source)), Map.of(DecodeHintType.TRY_HARDER, true))
                    .getText();
        } catch (ReaderException unread) {
            throw new IOException("no badge on the sheet", unread);
        }
    }
}
