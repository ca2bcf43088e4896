package org.relais.web.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.relais.paper.PageCode;
import org.relais.paper.Sheet;

class ScannedTest {
    private static final String GS = "\u001D";
    private static final String NIR = "294039726000154";
    private static final String INS_HEAD = "IS01" + "0".repeat(22);

    private static Scanned person(String value) {
        return new Scanned.Person(value);
    }

    @Test
    void readsThePagesThatRelaisPrinted() {
        PageCode page = new PageCode(Sheet.SUMMARY, "0a1b2c3d", "7K2M", 3);
        assertThat(Scanned.read(page.text())).contains(new Scanned.Page(page));
        assertThat(Scanned.read(page.text().replace("|7K2M|", "|7K|"))).isEmpty();
        assertThat(Scanned.read(page.text().replace("RELAIS1|PS", "RELAIS1|ZZ")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {GS, "", "~", "|"})
    void readsTheNumberOfAnInsCodeWhateverBecameOfGs(String gs) {
        String code = INS_HEAD + "S1" + NIR + "S21.2.250.1.213.1.4.10" + gs + "S3MAELLE ANGE" + gs + "S5JOSEPH S1";
        assertThat(Scanned.read(code)).contains(person(NIR));
        assertThat(Scanned.read(code.replace(NIR, "294039726000155")))
                .as("wrong key")
                .isEmpty();
        assertThat(Scanned.read(code.replace("IS01", "IS02")))
                .as("another code")
                .isEmpty();
    }

    /** Keys worked out apart, the first one INSEE's own example: 97 less the first 13 digits modulo 97, 2A read as 19, 2B as 18. */
    @ParameterizedTest
    @CsvSource({"2550814168025,38", "1840219001001,75", "2940397260001,54", "1700797260002,82"})
    void aNirHasItsKey(String first13, int key) {
        assertThat(Scanned.key(first13)).isEqualTo(key);
        assertThat(Scanned.read(first13 + String.format("%02d", key)))
                .contains(person(first13 + String.format("%02d", key)));
        for (int wrong = 1; wrong <= 97; wrong++) {
            if (wrong != key) {
                assertThat(Scanned.read(first13 + String.format("%02d", wrong))).isEmpty();
            }
        }
    }

    @Test
    void aCorsicanNirIsReadWithItsLetter() {
        String first = "184022A001001";
        String number = first + String.format("%02d", Scanned.key(first));
        assertThat(Scanned.key(first)).isEqualTo(Scanned.key("1840219001001"));
        assertThat(Scanned.key("184022B001001")).isEqualTo(Scanned.key("1840218001001"));
        assertThat(Scanned.read(number)).contains(person(number));
    }

    @ParameterizedTest
    @ValueSource(strings = {"800010007", "26-000001", "GAM12345", "A.12/34-5", "1234"})
    void aNumberOfAHospitalHasFourDigitsAtLeast(String number) {
        assertThat(Scanned.read(number)).contains(person(number));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "123",
                "abcdefgh",
                "AB12",
                "-12345",
                "12345 67890",
                "_ààà&ààà_",
                "1234567890123456789012345678901",
                "12;34"
            })
    void whatIsNoNumberIsRefused(String text) {
        assertThat(Scanned.read(text)).isEmpty();
    }

    @Test
    void onlyOneMeaningIsAccepted() {
        assertThat(Scanned.only(List.of())).isEmpty();
        assertThat(Scanned.only(List.of("_ààà&ààà_", "800010008"))).contains(person("800010008"));
        assertThat(Scanned.only(List.of("12345a", "12345q"))).as("both pass").isEmpty();
        assertThat(Scanned.only(List.of("_ààà", "&éé&"))).as("neither passes").isEmpty();
        assertThat(Scanned.only(List.of("12345", "12345"))).as("the same twice").contains(person("12345"));
    }

    /** The other layout of a scanner never turns a number into another: digits stand elsewhere than digits. */
    @Test
    void aNumberReadUnderTheOtherLayoutIsNoNumber() {
        String plain = "à&é\"'(-è_ç";
        String shifted = ")!@#$%^&*(";
        Random random = new Random(971);
        for (int i = 0; i < 1_000; i++) {
            String number = String.valueOf(10_000 + random.nextInt(Integer.MAX_VALUE - 10_000));
            String american = under(number, plain);
            String french = under(number, shifted);
            assertThat(Scanned.only(List.of(number, american))).contains(person(number));
            assertThat(Scanned.only(List.of(french, number))).contains(person(number));
        }
    }

    private static String under(String digits, String signs) {
        StringBuilder seen = new StringBuilder();
        digits.chars().forEach(digit -> seen.append(signs.charAt(digit - '0')));
        return seen.toString();
    }
}
