package org.relais.paper;

import com.google.zxing.common.BitMatrix;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import org.openpdf.text.Document;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfString;
import org.openpdf.text.pdf.PdfWriter;

/** A PDF as ink. Finished pages go to the stream at once; only the page being drawn is in memory. */
final class PdfInk implements Ink {
    /** Bars are whole dots of a 300 dpi printer wide. */
    private static final float DOT = 72f / 300;

    private final Fonts fonts;
    private final Document document = new Document(new Rectangle(Box.PAGE_WIDTH, Box.PAGE_HEIGHT));
    private final PdfWriter writer;
    private final PdfContentByte content;
    private boolean started;

    PdfInk(Fonts fonts, OutputStream out, PdfHead head) {
        this.fonts = fonts;
        writer = PdfWriter.getInstance(document, out);
        writer.setCloseStream(false);
        PackSeal seal = head.seal();
        if (seal != null) {
            lock(seal);
        }
        writer.getExtraCatalog()
                .put(new PdfName("Lang"), new PdfString(head.locale().toLanguageTag()));
        writer.addViewerPreference(new PdfName("PrintScaling"), new PdfName("None"));
        document.addTitle(head.title());
        document.addCreator("Relais");
        document.open();
        content = writer.getDirectContent();
    }

    /** The owner's password is drawn and thrown away: whoever has the passphrase may print, and nobody may do more. */
    private void lock(PackSeal seal) {
        byte[] owner = new byte[32];
        new SecureRandom().nextBytes(owner);
        writer.setEncryption(
                seal.passphrase().getBytes(StandardCharsets.UTF_8),
                HexFormat.of().formatHex(owner).getBytes(StandardCharsets.US_ASCII),
                PdfWriter.ALLOW_PRINTING | PdfWriter.ALLOW_SCREENREADERS,
                PdfWriter.ENCRYPTION_AES_256_V3);
        document.addHeader(PackSeal.WARD, seal.ward().value());
        document.addHeader(PackSeal.AS_OF, seal.asOf().toString());
        document.addHeader(PackSeal.JOB, seal.job());
    }

    /** Prefers one-sided printing where the viewer lets a document say so. */
    PdfInk oneSided() {
        writer.addViewerPreference(new PdfName("Duplex"), new PdfName("Simplex"));
        return this;
    }

    /** Ends the document; without it the stream holds no readable PDF. The stream stays open. */
    void finish() {
        document.close();
    }

    @Override
    public void newPage() {
        if (started) {
            document.newPage();
        }
        started = true;
        writer.setPageEmpty(false);
    }

    @Override
    public void text(Face face, float x, float y, String text) {
        if (text.isEmpty()) {
            return;
        }
        content.beginText();
        content.setFontAndSize(fonts.of(face), face.size());
        content.setTextMatrix(x, Box.PAGE_HEIGHT - y);
        content.showText(text);
        content.endText();
    }

    @Override
    public void reversed(Face face, float x, float y, String text) {
        content.setGrayFill(1);
        text(face, x, y, text);
        content.setGrayFill(0);
    }

    @Override
    public void line(Box box, Pen pen) {
        pen(pen);
        content.moveTo(box.x(), Box.PAGE_HEIGHT - box.y());
        content.lineTo(box.x() + box.width(), Box.PAGE_HEIGHT - box.y() - box.height());
        content.stroke();
    }

    @Override
    public void frame(Box box, Pen pen) {
        pen(pen);
        rectangle(box);
        content.stroke();
    }

    @Override
    public void fill(Box box) {
        rectangle(box);
        content.fill();
    }

    @Override
    public void blank(Box box) {
        content.setGrayFill(1);
        fill(box);
        content.setGrayFill(0);
    }

    @Override
    public void matrix(BitMatrix matrix, Box box) {
        float module = box.width() / matrix.getWidth();
        for (int row = 0; row < matrix.getHeight(); row++) {
            int from = 0;
            while (from < matrix.getWidth()) {
                int to = from;
                while (to < matrix.getWidth() && matrix.get(to, row)) {
                    to++;
                }
                if (to > from) {
                    rectangle(new Box(
                            box.x() + from * module, box.y() + row * module, (to - from) * module, module * 1.02f));
                }
                from = to + 1;
            }
        }
        content.fill();
    }

    @Override
    public void bars(BitMatrix row, Box box) {
        int modules = row.getWidth();
        float module = Math.max(DOT, (float) Math.floor(box.width() / modules / DOT) * DOT);
        float left = box.x() + (box.width() - modules * module) / 2;
        int from = 0;
        while (from < modules) {
            int to = from;
            while (to < modules && row.get(to, 0)) {
                to++;
            }
            if (to > from) {
                rectangle(new Box(left + from * module, box.y(), (to - from) * module, box.height()));
            }
            from = to + 1;
        }
        content.fill();
    }

    @Override
    public void correct(Calibration calibration) {
        if (!calibration.equals(Calibration.NONE)) {
            float[] map = calibration.map();
            // To the sixth decimal: the library rounds to the second, which is three millimetres on a page.
            content.setLiteral(
                    String.format(Locale.ROOT, "%.6f 0 0 %.6f %.4f %.4f cm\n", map[0], map[1], map[2], map[3]));
        }
    }

    @Override
    public boolean visible() {
        return true;
    }

    private void rectangle(Box box) {
        content.rectangle(box.x(), Box.PAGE_HEIGHT - box.y() - box.height(), box.width(), box.height());
    }

    private void pen(Pen pen) {
        content.setLineWidth(pen.width());
        if (pen.on() > 0) {
            content.setLineDash(pen.on(), pen.off(), 0);
        } else {
            content.setLineDash(0);
        }
    }
}
