package org.relais.care.wards;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.relais.care.wards.StructureCsv.LineError;
import org.relais.care.wards.StructureCsv.Parsed;
import org.relais.care.wards.StructureCsv.Rejected;
import org.relais.kernel.Language;
import org.relais.kernel.Texts;
import org.relais.kernel.WardCode;

final class StructureCsvTest {
    static final String GOOD = """
            row;code;name_fr;name_en;kind;units;ward;room;bed;zone;feed;authority
            hospital;970200001;Centre hospitalier de la Pointe;;;;;;;America/Martinique;;
            ward;MAT;Maternité;Maternity;maternity;2101 2102;;;;;;
            ward;REA;Réanimation;;intensive-care;;;;;;;

            bed;;;;;;MAT;101;A;;;
            bed;;;;;;MAT;101;B;;;
            bed;;;;;;REA;;1;;;
            authority;;;;;;;;;;mllp;IPP-POINTE
            """;

    @Test
    void readsHospitalWardsBedsAndAuthorities() {
        Structure structure = structure(GOOD.getBytes(StandardCharsets.UTF_8));
        assertThat(structure.hospital())
                .isEqualTo(new Hospital("970200001", "Centre hospitalier de la Pointe", "America/Martinique"));
        assertThat(structure.wards()).hasSize(2);
        Ward maternity = structure.wards().getFirst();
        assertThat(maternity)
                .isEqualTo(new Ward(
                        new WardCode("MAT"),
                        "Maternité",
                        "Maternity",
                        WardKind.MATERNITY,
                        List.of("2101", "2102"),
                        List.of(new Ward.Bed("101", "A"), new Ward.Bed("101", "B")),
                        true));
        assertThat(structure.wards().getLast().nameEn()).isEqualTo("Réanimation");
        assertThat(structure.authorities()).containsExactly(new Structure.Authority("mllp", "IPP-POINTE"));
    }

    @Test
    void readsCommasMarksAndOldCharsetsAlike() {
        Structure expected = structure(GOOD.getBytes(StandardCharsets.UTF_8));
        assertThat(structure(("\uFEFF" + GOOD).getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(expected);
        assertThat(structure(GOOD.getBytes(Charset.forName("windows-1252")))).isEqualTo(expected);
        assertThat(structure(GOOD.replace(';', ',').replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(expected);
        assertThat(structure(GOOD.replace("Maternité;", "\"Maternité\";").getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(expected);
    }

    @Test
    void tellsEveryWrongLineAndReadsNothing() {
        String bad = """
                row;code;name_fr;kind;units;ward;room;bed;zone;feed;authority
                hospital;12;;;;;;;Europe/Nowhere;;
                ward;MAT;Maternité;nursery;2101;;;;;;
                ward;MAT;Maternité;maternity;2101;;;;;;
                ward;;Sans code;;;;;;;;
                bed;;;;;GYN;1;A;;;
                bed;;;;;MAT;1;A;;;
                bed;;;;;MAT;1;A;;;
                room;;;;;;;;;;
                bed;;;;;MAT;1;;;;
                authority;;;;;;;;;mllp;
                ward;A;B;;;;;;;;;;;;
                """;
        Rejected rejected = (Rejected) StructureCsv.read(bad.getBytes(StandardCharsets.UTF_8));
        assertThat(rejected.errors())
                .extracting(error -> error.line() + " " + error.messageKey().substring("structure.error.".length()))
                .containsExactly(
                        "2 finess",
                        "2 cell.missing",
                        "2 zone",
                        "3 kind",
                        "4 unit.twice",
                        "4 ward.twice",
                        "5 cell.missing",
                        "6 bed.ward",
                        "8 bed.twice",
                        "9 row",
                        "10 cell.missing",
                        "11 cell.missing",
                        "12 cells");
        for (Language language : Language.values()) {
            Texts texts = Texts.of(language, "care");
            assertThat(rejected.errors()).allMatch(error -> texts.has(error.messageKey()));
        }
    }

    @Test
    void refusesAWrongHeaderAndAnEmptyFile() {
        assertThat(errors("row;code;colour\nward;A;b"))
                .extracting(LineError::messageKey)
                .containsExactly("structure.error.column");
        assertThat(errors("code;name_fr\nA;b"))
                .extracting(LineError::messageKey)
                .containsExactly("structure.error.column.missing");
        assertThat(errors("")).extracting(LineError::messageKey).containsExactly("structure.error.empty");
        assertThat(errors("row;code\n"))
                .extracting(LineError::messageKey)
                .containsExactly("structure.error.hospital.missing");
    }

    static Structure structure(byte[] file) {
        return ((Parsed) StructureCsv.read(file)).structure();
    }

    private static List<LineError> errors(String file) {
        return ((Rejected) StructureCsv.read(file.getBytes(StandardCharsets.UTF_8))).errors();
    }
}
