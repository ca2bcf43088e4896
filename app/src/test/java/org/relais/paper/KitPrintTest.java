package org.relais.paper;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.Result;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.relais.kernel.Language;

/** A kit on paper: every band, label and form of a pochette bears its number, in digits and in its code. */
class KitPrintTest {
    private static final List<String> NUMBERS = List.of("9800000017", "9800000114");
    private static final int DPI = 300;
    private static final KitPrint.Content KIT = new KitPrint.Content(98, NUMBERS, false);

    @TempDir
    Path folder;

    private static Pdf print(KitPrint.Content kit, KitPrint.Share share) {
        KitPrint.Manner manner = new KitPrint.Manner(share, Labelled.tray(SheetFormat.OF_24));
        return Pdf.of(out -> KitPrint.print(kit, manner, Samples.stamp(Language.FR), out));
    }

    @Test
    void everyPageOfAPochetteSaysItsNumber() {
        List<String> pages = print(KIT, KitPrint.Share.ALL).texts();
        assertThat(pages).hasSize(1 + 2 * (1 + 1 + 6));
        assertThat(pages.getFirst()).contains("Kit 98", "98 000 000 17", "98 000 001 14");
        assertThat(pages.subList(1, 9)).allSatisfy(page -> assertThat(page).contains("98 000 000 17"));
        assertThat(pages.subList(1, 9)).noneSatisfy(page -> assertThat(page).contains("98 000 001 14"));
        assertThat(pages.subList(9, 17)).allSatisfy(page -> assertThat(page).contains("98 000 001 14"));
    }

    @Test
    void sharesOfAKitArePrintedApart() {
        assertThat(print(KIT, KitPrint.Share.COVER).pages()).isEqualTo(1);
        assertThat(print(KIT, KitPrint.Share.BANDS).pages()).isEqualTo(2);
        assertThat(print(KIT, KitPrint.Share.LABELS).pages()).isEqualTo(2);
        assertThat(print(KIT, KitPrint.Share.FORMS).pages()).isEqualTo(12);
    }

    @Test
    void aPochetteOfANewbornHoldsItsIdentityAndSeparationsAndNothingForAdults() {
        KitPrint.Content newborns = new KitPrint.Content(98, NUMBERS, true);
        List<String> pages = print(newborns, KitPrint.Share.FORMS).texts();
        assertThat(pages).hasSize(8);
        assertThat(pages.getFirst())
                .contains("Identité du nouveau-né et séparations", "98 000 000 17", "Deux bracelets lus");
        assertThat(pages).noneMatch(page -> page.contains("Patient inconnu"));
    }

    @Test
    void formsAndBandsOfAPochetteAreReadByTheirCode() throws Exception {
        BufferedImage form = Scan.pages(print(KIT, KitPrint.Share.FORMS).bytes(), DPI, folder)
                .getFirst();
        Box label = new Box(Box.LEFT + Box.WIDTH - 62 * Box.MM, 70, 30 * Box.MM, 100);
        assertThat(read(Scan.part(form, label, DPI))).contains("RELAIS1|D|9800000017|0");
        assertThat(read(Scan.copiedBadly(Scan.part(form, label, DPI), 5))).contains("RELAIS1|D|9800000017|0");
        KitPrint.Content newborns = new KitPrint.Content(98, NUMBERS, true);
        BufferedImage bands = Scan.pages(print(newborns, KitPrint.Share.BANDS).bytes(), DPI, folder)
                .getFirst();
        Box band = new Box(Box.LEFT, 200, 16 * Box.MM, 110);
        assertThat(read(Scan.part(bands, band, DPI))).contains("RELAIS1|N|9800000017|0");
    }

    private static Optional<String> read(BufferedImage image) {
        return Scan.code(image).map(Result::getText);
    }
}
