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
import java.util.Optional;
import javax.imageio.ImageIO;

/** A badge as Relais prints it, read back by its QR code. */
final class PrintedBadge {
    private PrintedBadge() {}

    /** In dots an inch. Of 50 sheets the reader, looking for the code on a whole page, missed 2 at 150, 5 at 200, 1 at 300. */
    private static final int[] DENSITIES = {200, 300, 150};

    /** Has a badge printed for a login and scans the sheet. */
    static String of(String login, Path data, Path folder) throws IOException, InterruptedException {
        Path sheet = folder.resolve("badge-" + login + ".pdf");
        Program.run("user", "badge", login, "--out", sheet.toString(), "--data", data.toString(), "--json");
        for (int dpi : DENSITIES) {
            Optional<String> text = read(drawn(sheet, dpi));
            if (text.isPresent()) {
                return text.get();
            }
        }
        throw new IOException("no badge on the sheet");
    }

    private static BufferedImage drawn(Path sheet, int dpi) throws IOException, InterruptedException {
        Path picture = sheet.resolveSibling(sheet.getFileName() + "-" + dpi);
        Process drawn = new ProcessBuilder(List.of(
                        "pdftoppm",
                        "-r",
                        Integer.toString(dpi),
                        "-png",
                        "-singlefile",
                        sheet.toString(),
                        picture.toString()))
                .inheritIO()
                .start();
        if (drawn.waitFor() != 0) {
            throw new IOException("pdftoppm failed on " + sheet);
        }
        return ImageIO.read(
                picture.resolveSibling(picture.getFileName() + ".png").toFile());
    }

    private static Optional<String> read(BufferedImage sheet) {
        int width = sheet.getWidth();
        int height = sheet.getHeight();
        int[] pixels = sheet.getRGB(0, 0, width, height, null, 0, width);
        try {
            RGBLuminanceSource source = new RGBLuminanceSource(width, height, pixels);
            return Optional.of(new QRCodeReader()
                    .decode(new BinaryBitmap(new HybridBinarizer(source)), Map.of(DecodeHintType.TRY_HARDER, true))
                    .getText());
        } catch (ReaderException unread) {
            return Optional.empty();
        }
    }
}
