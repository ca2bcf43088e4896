package org.relais.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.relais.care.ClinicalFact.Name;
import org.relais.care.identity.Patient;
import org.relais.care.labels.BirthMark;
import org.relais.care.labels.LabelKind;
import org.relais.kernel.Language;
import org.relais.kernel.Mode;
import org.relais.kernel.Outcome;

/** Every code of every band and label is read back from paper, and from a bad copy of it. */
class LabelPrintTest {
    private static final int DPI = 300;

    @TempDir
    Path folder;

    static List<SheetFormat> formats() {
        return SheetFormat.USUAL;
    }

    @ParameterizedTest
    @MethodSource("formats")
    void everyLabelOfASheetIsRead(SheetFormat format) throws Exception {
        for (LabelKind kind : List.of(LabelKind.DOCUMENT, LabelKind.TUBE)) {
            LabelPrint print = Labelled.print(Labelled.known(), kind, format.labels());
            BufferedImage page = rasterised(print, format).getFirst();
            String expected = kind == LabelKind.TUBE ? "8001000001" : "RELAIS1|D|8001000001|1";
            for (int i = 0; i < format.labels(); i++) {
                BufferedImage label = Scan.part(page, format.cell(i), DPI);
                assertThat(read(label)).as(kind + " " + i).contains(expected);
            }
            assertThat(read(Scan.copiedBadly(Scan.part(page, format.cell(0), DPI), 7)))
                    .as("a bad copy of " + kind + " of " + format)
                    .contains(expected);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = LabelKind.class,
            names = {"BAND", "MOTHER_BAND", "NEWBORN_BAND"})
    void theCodeOfABandIsThereThreeTimes(LabelKind kind) throws Exception {
        Bearer bearer = kind == LabelKind.NEWBORN_BAND ? Labelled.newborn() : Labelled.known();
        BufferedImage page =
                rasterised(Labelled.print(bearer, kind, 1), SheetFormat.OF_24).getFirst();
        String expected = kind == LabelKind.NEWBORN_BAND
                ? "RELAIS1|N|" + Labelled.BABY + "|1|" + Labelled.MOTHER
                : "RELAIS1|B|8001000001|1";
        for (Box third : thirds(kind)) {
            BufferedImage code = Scan.part(page, third, DPI);
            assertThat(read(code)).contains(expected);
            assertThat(read(Scan.copiedBadly(code, 11))).as("a bad copy").contains(expected);
        }
    }

    /** Where a band's codes stand on its page: left, middle, right, with something of what is beside. */
    private static List<Box> thirds(LabelKind kind) {
        float width = kind == LabelKind.NEWBORN_BAND ? 150 * Box.MM : Box.WIDTH;
        float side = kind == LabelKind.NEWBORN_BAND ? 11 * Box.MM : 15 * Box.MM;
        float text = width - 8 - 3 * side - 24;
        List<Box> boxes = new ArrayList<>();
        for (float x : new float[] {4, 4 + side + 12 + text * 0.56f, width - 4 - side}) {
            boxes.add(new Box(Box.LEFT + x - 4, 200 - 70, side + 8, 160));
        }
        return boxes;
    }

    @ParameterizedTest
    @EnumSource(LabelKind.class)
    void zplDrawsTheSameCodesDotByDot(LabelKind kind) {
        Bearer bearer = kind == LabelKind.NEWBORN_BAND ? Labelled.newborn() : Labelled.known();
        for (int dpi : new int[] {203, 300}) {
            DotFormat format = kind.band() ? new DotFormat(dpi, 25, 200, 20) : new DotFormat(dpi, 50, 25, 15);
            byte[] zpl = Labelled.print(bearer, kind, 2).zpl(format, Samples.stamp(Language.FR));
            ZplLabel label = ZplLabel.read(zpl).getFirst();
            assertThat(label.copies()).isEqualTo(2);
            assertThat(label.darkness()).isEqualTo(format.darkness());
            assertThat(label.dots().getWidth()).isEqualTo(Math.round(format.width() / 25.4 * dpi));
            assertThat(read(upright(label, format))).contains(expected(kind));
        }
    }

    private static String expected(LabelKind kind) {
        return switch (kind) {
            case BAND, MOTHER_BAND -> "RELAIS1|B|8001000001|1";
            case NEWBORN_BAND -> "RELAIS1|N|" + Labelled.BABY + "|1|" + Labelled.MOTHER;
            case TUBE -> "8001000001";
            case DOCUMENT -> "RELAIS1|D|8001000001|1";
        };
    }

    private static BufferedImage upright(ZplLabel label, DotFormat format) {
        BufferedImage image = format.turned() ? label.turnedBack() : label.picture();
        int part = format.turned() ? image.getWidth() / 5 : image.getWidth();
        return Scan.part(image, new Box(0, 0, part, image.getHeight()), 72);
    }

    @Test
    void saysTwoIdentifiersTheNumberInGroupsAndTheMode() {
        String band = Labelled.text(Labelled.print(Labelled.newborn(), LabelKind.NEWBORN_BAND, 1), Mode.EXERCISE);
        assertThat(band)
                .contains("JOSEPH-MONROSE Maël", "Né le 24/11/2026 04:12", "Sexe M", "12 345 678 89")
                .contains("Mère 12 345 679 86", "Enfant 2 sur 2", "EXERCICE", "n° 1");
        assertThat(Labelled.text(Labelled.print(Labelled.known(), LabelKind.BAND, 1), Mode.REAL))
                .contains("JOSEPH-MONROSE Marie-Thérèse", "DÉSIRÉ", "Née le 03/02/1994", "IPP", "8001000001", "RÉEL");
    }

    /** The letters of who she is and of her number; the mode's word and the number of the print are no identifiers. */
    @ParameterizedTest
    @MethodSource("formats")
    void whoSheIsIsSetInNinePointsOnEveryFormatThatIsOffered(SheetFormat format) {
        for (LabelKind kind : List.of(LabelKind.DOCUMENT, LabelKind.TUBE)) {
            assertThat(Letters.smallest(kind, Labelled.known(), format))
                    .as(kind + " on " + format)
                    .isGreaterThanOrEqualTo(9);
        }
    }

    @Test
    void sheetsOfFortyAndOfSixtyFiveAreRefused() {
        SheetFormat of40 = new SheetFormat(4, 10, 48.5, 25.4, 8, 21.5, 48.5, 25.4);
        SheetFormat of65 = new SheetFormat(5, 13, 38.1, 21.2, 4.75, 10.7, 40.6, 21.2);
        for (SheetFormat small : List.of(of40, of65)) {
            assertThat(small.checked()).isInstanceOf(Outcome.Refused.class);
            assertThat(Letters.smallest(LabelKind.DOCUMENT, Labelled.known(), small))
                    .isLessThan(9);
        }
    }

    @Test
    void neverCutsALongNameNorPrintsOutsideItsLabel() throws Exception {
        Patient base = Samples.joseph();
        Patient longName = Labelled.named(
                base, "DE LA ROCHEFOUCAULD-SAINT-AUBIN DESTERRES", "Marie-Antoinette Joséphine Philomène Élisabeth");
        LabelPrint print = Labelled.print(Bearer.of(longName).orElseThrow(), LabelKind.DOCUMENT, 1);
        for (SheetFormat format : SheetFormat.USUAL) {
            Pdf pdf = Pdf.of(out -> print.sheets(Labelled.tray(format), Samples.stamp(Language.FR), out));
            assertThat(pdf.text().replace(" ", "")).contains("SAINT-AUBIN", "DESTERRES", "Philomène", "Élisabeth");
            BufferedImage page = Scan.pages(pdf.bytes(), 100, folder).getFirst();
            Box cell = format.cell(0);
            assertThat(ink(page, cell, 100)).as("ink outside of the label").isZero();
        }
    }

    private static Bearer longNamed() {
        return Bearer.of(Labelled.named(
                        Samples.joseph(),
                        "DE LA ROCHEFOUCAULD-SAINT-AUBIN DESTERRES",
                        "Marie-Antoinette Joséphine Philomène Élisabeth"))
                .orElseThrow();
    }

    private static Bearer oneLongWord() {
        return Bearer.of(Labelled.named(
                        Samples.joseph(), "RAKOTOARIMANANJATOVOANDRIAMIHAJA", "Andriantsimitoviaminandriana"))
                .orElseThrow();
    }

    /** The smallest media that are taken, and an A4 band. */
    @ParameterizedTest
    @EnumSource(LabelKind.class)
    void noTextIsPrintedOverAnotherOrOutside(LabelKind kind) {
        Box box = kind.band()
                ? new Box(0, 0, (kind == LabelKind.NEWBORN_BAND ? 130 : 150) * Box.MM, 18 * Box.MM)
                : new Box(0, 0, 50 * Box.MM, 25 * Box.MM);
        Bearer first = kind == LabelKind.NEWBORN_BAND ? Labelled.newborn() : Labelled.known();
        Bearer numbered = new Bearer(
                "P-00.12/3456789012345678901234", "PI", Labelled.known().patient(), null);
        for (Bearer bearer : List.of(first, longNamed(), oneLongWord(), numbered, Bearer.blank(Labelled.BABY))) {
            assertThat(Letters.drawn(kind, bearer, box).spoilt(box))
                    .as(kind + " of " + bearer.number())
                    .isEmpty();
        }
    }

    @Test
    void aNameOfOneLongWordMakesNeitherTheBirthDateNorTheNumberSmall() {
        Box band = new Box(0, 0, Box.WIDTH, 25 * Box.MM);
        Letters letters = Letters.drawn(LabelKind.BAND, oneLongWord(), band);
        assertThat(letters.size("Née")).isGreaterThanOrEqualTo(9);
        assertThat(letters.size("8001000001")).isGreaterThan(20);
        for (SheetFormat format : SheetFormat.USUAL) {
            for (LabelKind kind : List.of(LabelKind.TUBE, LabelKind.DOCUMENT)) {
                assertThat(Letters.drawn(kind, oneLongWord(), format.cell(0)).size("Née"))
                        .as(kind + " " + format)
                        .isGreaterThanOrEqualTo(9);
            }
        }
    }

    @Test
    void aNumberStandsOnOneLine() {
        Bearer numbered = new Bearer(
                "P-00.12/3456789012345678901234", "PI", Labelled.known().patient(), null);
        for (LabelKind kind : List.of(LabelKind.BAND, LabelKind.TUBE, LabelKind.DOCUMENT)) {
            Box box = kind.band() ? new Box(0, 0, Box.WIDTH, 25 * Box.MM) : SheetFormat.OF_24.cell(0);
            assertThat(Letters.drawn(kind, numbered, box).texts())
                    .as(kind.name())
                    .contains(numbered.number());
        }
    }

    @Test
    void aRankThatStandsForANameIsNeverBroken() {
        Patient second = Labelled.named(Samples.joseph(), "JOSEPH-MONROSE", "RANG DEUX");
        Bearer bearer =
                new Bearer(Labelled.BABY, Bearer.DOWNTIME, second, null).born(new BirthMark(2, 2, Labelled.MOTHER));
        for (int width = 130; width < 200; width += 3) {
            List<String> texts = Letters.drawn(
                            LabelKind.NEWBORN_BAND, bearer, new Box(0, 0, width * Box.MM, 18 * Box.MM))
                    .texts();
            assertThat(texts).as(width + " mm").anyMatch(text -> text.endsWith("RANG\u00A0DEUX"));
        }
    }

    /** The eye compares the two bands: a number of the hospital that has ten digits is not grouped on one of them alone. */
    @Test
    void theMothersNumberIsWrittenAlikeOnBothBands() {
        Bearer baby = Labelled.newborn().born(new BirthMark(1, 1, "8001000001"));
        assertThat(Labelled.text(Labelled.print(baby, LabelKind.NEWBORN_BAND, 1), Mode.REAL))
                .contains("Mère 8001000001");
        Letters hers = Letters.drawn(LabelKind.MOTHER_BAND, Labelled.known(), new Box(0, 0, Box.WIDTH, 25 * Box.MM));
        assertThat(hers.texts()).contains("8001000001");
        Bearer fromTheDoor =
                new Bearer(Labelled.MOTHER, Bearer.DOWNTIME, Labelled.known().patient(), null);
        assertThat(Labelled.text(Labelled.print(fromTheDoor, LabelKind.MOTHER_BAND, 1), Mode.REAL))
                .contains("12 345 679 86");
    }

    @Test
    void theBandOfASecretBirthHasNoPlaceForAMother() {
        Bearer secret = Labelled.newborn().born(new BirthMark(1, 1, null));
        assertThat(Labelled.text(Labelled.print(secret, LabelKind.NEWBORN_BAND, 1), Mode.REAL))
                .doesNotContain("Mère");
        Bearer unlinked = Labelled.newborn().born(new BirthMark(1, 1, ""));
        assertThat(Labelled.text(Labelled.print(unlinked, LabelKind.NEWBORN_BAND, 1), Mode.REAL))
                .contains("Mère : __");
    }

    @Test
    void anUnknownBirthDateIsSaidInWords() {
        Patient base = Samples.joseph();
        Patient unknown = new Patient(
                base.id(),
                List.of(new Name("INCONNU-OSCAR", "TANGO", "L")),
                null,
                base.sex(),
                "",
                "",
                "",
                List.of(),
                List.of(),
                List.of("PROV", "FICT"),
                null,
                base.place(),
                base.stay(),
                null,
                List.of(),
                base.lastHeardAt());
        Bearer bearer = new Bearer(Labelled.BABY, Bearer.DOWNTIME, unknown, null);
        assertThat(Labelled.text(Labelled.print(bearer, LabelKind.BAND, 1), Mode.REAL))
                .contains("Naissance : Non connu · Sexe F");
    }

    /** ISO/IEC 15417, 4.2: ten modules. */
    @Test
    void barsStandInWhiteThatReadersNeed() {
        for (String number : List.of(Labelled.BABY, "8001000001", "P-00.12/3")) {
            var bars = Codes.code128(number);
            for (int x = 0; x < 10; x++) {
                assertThat(bars.get(x, 0) || bars.get(bars.getWidth() - 1 - x, 0))
                        .isFalse();
            }
            assertThat(bars.get(10, 0) && bars.get(bars.getWidth() - 11, 0)).isTrue();
        }
        DotFormat small = new DotFormat(203, 50, 25, 15);
        BufferedImage label = ZplLabel.read(
                        Labelled.print(Labelled.known(), LabelKind.TUBE, 1).zpl(small, Samples.stamp(Language.FR)))
                .getFirst()
                .picture();
        int middle = label.getHeight() / 2;
        int first = 0;
        while ((label.getRGB(first, middle) & 0xFF) > 0) {
            first++;
        }
        int module = 0;
        while ((label.getRGB(first + module, middle) & 0xFF) == 0) {
            module++;
        }
        assertThat(first).as("a start code begins with a bar of two modules").isGreaterThanOrEqualTo(10 * module / 2);
    }

    private static int ink(BufferedImage page, Box cell, int dpi) {
        double scale = dpi / 72.0;
        int outside = 0;
        for (int y = 0; y < page.getHeight(); y++) {
            for (int x = 0; x < page.getWidth(); x++) {
                boolean inside = x < (cell.x() + cell.width()) * scale && y < (cell.y() + cell.height()) * scale;
                outside += !inside && (page.getRGB(x, y) & 0xFF) < 128 ? 1 : 0;
            }
        }
        return outside;
    }

    @Test
    void aTrayBegunBeginsAtItsNextLabelAndGoesOnOnTheNextSheet() throws Exception {
        LabelPrint print = Labelled.print(Labelled.known(), LabelKind.DOCUMENT, 3);
        LabelPrint.Tray begun = new LabelPrint.Tray(SheetFormat.OF_24, Calibration.NONE, 22);
        Pdf pdf = Pdf.of(out -> print.sheets(begun, Samples.stamp(Language.FR), out));
        assertThat(pdf.pages()).isEqualTo(2);
        List<BufferedImage> pages = Scan.pages(pdf.bytes(), DPI, folder);
        assertThat(read(Scan.part(pages.getFirst(), SheetFormat.OF_24.cell(21), DPI)))
                .isEmpty();
        assertThat(read(Scan.part(pages.getFirst(), SheetFormat.OF_24.cell(22), DPI)))
                .isPresent();
        assertThat(read(Scan.part(pages.get(1), SheetFormat.OF_24.cell(0), DPI)))
                .isPresent();
    }

    @Test
    void saysNoBirthOfAStillbornChild() {
        String band = Labelled.text(
                Labelled.print(Labelled.newborn(Samples.at("2026-11-24T04:12")), LabelKind.NEWBORN_BAND, 1), Mode.REAL);
        assertThat(band).contains("24/11/2026 04:12", "12 345 678 89").doesNotContain("Né le", "Né\u00A0le");
    }

    private List<BufferedImage> rasterised(LabelPrint print, SheetFormat format)
            throws IOException, InterruptedException {
        Pdf pdf = Pdf.of(out -> print.sheets(Labelled.tray(format), Samples.stamp(Language.FR), out));
        String keep = System.getProperty("labels.look", "");
        if (!keep.isEmpty()) {
            Files.write(Path.of(keep, "p" + System.nanoTime() + ".pdf"), pdf.bytes());
        }
        return Scan.pages(pdf.bytes(), DPI, folder);
    }

    private static Optional<String> read(BufferedImage image) {
        return Scan.code(image).map(com.google.zxing.Result::getText);
    }
}
