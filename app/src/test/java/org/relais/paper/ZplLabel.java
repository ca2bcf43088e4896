package org.relais.paper;

import com.google.zxing.common.BitMatrix;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A label as a ZPL II printer would print it: read from its commands by the manual, apart from what writes them. */
record ZplLabel(BitMatrix dots, int copies, int darkness) {
    private static final Pattern LABEL =
            Pattern.compile("~SD(\\d\\d)\\s*\\^XA\\s*\\^PW(\\d+)\\s*\\^LL(\\d+)\\s*\\^LH0,0\\s*"
                    + "\\^FO0,0\\^GFA,(\\d+),(\\d+),(\\d+),([0-9A-F,:]+)\\^FS\\s*\\^PQ(\\d+)\\s*\\^XZ\\s*");

    static List<ZplLabel> read(byte[] zpl) {
        Matcher labels = LABEL.matcher(new String(zpl, StandardCharsets.US_ASCII));
        List<ZplLabel> read = new ArrayList<>();
        int end = 0;
        while (labels.find()) {
            if (labels.start() != end) {
                throw new AssertionError("something that is no label at " + end);
            }
            end = labels.end();
            int rowBytes = Integer.parseInt(labels.group(6));
            BitMatrix dots = picture(labels.group(7), rowBytes, Integer.parseInt(labels.group(4)));
            if (dots.getHeight() != Integer.parseInt(labels.group(3))) {
                throw new AssertionError("the picture is not as long as the label");
            }
            BitMatrix cropped = new BitMatrix(Integer.parseInt(labels.group(2)), dots.getHeight());
            for (int y = 0; y < cropped.getHeight(); y++) {
                for (int x = 0; x < cropped.getWidth(); x++) {
                    if (dots.get(x, y)) {
                        cropped.set(x, y);
                    }
                }
            }
            read.add(new ZplLabel(cropped, Integer.parseInt(labels.group(8)), Integer.parseInt(labels.group(1))));
        }
        if (end != zpl.length) {
            throw new AssertionError("something that is no label at " + end);
        }
        return read;
    }

    private static BitMatrix picture(String data, int rowBytes, int bytes) {
        List<String> rows = new ArrayList<>();
        StringBuilder row = new StringBuilder();
        for (int at = 0; at < data.length(); at++) {
            char sign = data.charAt(at);
            if (sign == ':') {
                rows.add(rows.getLast());
            } else if (sign == ',') {
                rows.add(row + "0".repeat(2 * rowBytes - row.length()));
                row.setLength(0);
            } else {
                row.append(sign);
                if (row.length() == 2 * rowBytes) {
                    rows.add(row.toString());
                    row.setLength(0);
                }
            }
        }
        if (rows.size() * rowBytes != bytes || !row.isEmpty()) {
            throw new AssertionError(rows.size() + " rows of " + rowBytes + " are not " + bytes + " bytes");
        }
        BitMatrix dots = new BitMatrix(rowBytes * 8, rows.size());
        for (int y = 0; y < rows.size(); y++) {
            for (int x = 0; x < rowBytes * 8; x++) {
                int bit = 8 >> (x & 3);
                if ((Character.digit(rows.get(y).charAt(x / 4), 16) & bit) != 0) {
                    dots.set(x, y);
                }
            }
        }
        return dots;
    }

    BufferedImage picture() {
        BufferedImage image = new BufferedImage(dots.getWidth(), dots.getHeight(), BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < dots.getHeight(); y++) {
            for (int x = 0; x < dots.getWidth(); x++) {
                image.setRGB(x, y, dots.get(x, y) ? Color.BLACK.getRGB() : Color.WHITE.getRGB());
            }
        }
        return image;
    }

    /** A label that was printed lying, as it is read. */
    BufferedImage turnedBack() {
        BufferedImage image = new BufferedImage(dots.getHeight(), dots.getWidth(), BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < dots.getHeight(); y++) {
            for (int x = 0; x < dots.getWidth(); x++) {
                image.setRGB(y, dots.getWidth() - 1 - x, dots.get(x, y) ? Color.BLACK.getRGB() : Color.WHITE.getRGB());
            }
        }
        return image;
    }
}
