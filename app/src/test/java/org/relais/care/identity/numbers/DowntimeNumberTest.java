package org.relais.care.identity.numbers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.relais.kernel.Outcome;
import org.relais.kernel.Problem;

/** Downtime numbers: their check digits, their writings, and every error of the classes that must be caught. */
class DowntimeNumberTest {
    private static final DowntimeNumber KNOWN = new DowntimeNumber(12, 345_678);

    @Test
    void isPrintedInFourGroups() {
        assertThat(KNOWN.text()).isEqualTo("12\u00A0345\u00A0678\u00A089");
        assertThat(KNOWN.digits()).isEqualTo("1234567889");
        assertThat(new DowntimeNumber(1, 0).digits()).isEqualTo("0100000017");
        assertThat(new DowntimeNumber(99, 999_999).digits()).isEqualTo("9999999952");
        assertThat(KNOWN.outside("970200001").text()).isEqualTo("970200001-1234567889");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1234567889",
                " 12 345 678 89 ",
                "12\u00A0345\u00A0678\u00A089",
                "12.345.678.89",
                "12-345-678-89",
                "N° 12 345 678 89",
                "kit 12, 345, 678, clé 89",
                "numéro 12 34 56 78 89",
                "970200001-1234567889",
                "970200001 - 12 345 678 89"
            })
    void readsAnyUsualWriting(String text) {
        assertThat(DowntimeNumber.read(text, "970200001")).isEqualTo(Outcome.done(KNOWN));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "12",
                "12 345 678",
                "12 345 678 8O",
                "12 345 678 890",
                "MARTIN 12 345 678 89",
                "00 000 000 01"
            })
    void refusesWhatIsNoNumber(String text) {
        assertThat(DowntimeNumber.read(text)).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void refusesAnotherHospitalsNumber() {
        assertThat(DowntimeNumber.read("970200002-1234567889", "970200001"))
                .isEqualTo(Outcome.refused(
                        Problem.of(Problem.Category.CONFLICT, "refused.number.elsewhere", "970200002")));
    }

    /** One in a thousand of the numbers of fifty kits, and each a little further on. */
    @Test
    void everySingleAdjacentAndJumpErrorIsRefused() {
        for (int round = 0; round < 5000; round++) {
            String digits = new DowntimeNumber(1 + round % 50, round / 50 * 1000 + round % 997).digits();
            for (int at = 0; at < digits.length(); at++) {
                for (char other = '0'; other <= '9'; other++) {
                    changed(digits, at, other);
                }
                swapped(digits, at, at + 1);
                swapped(digits, at, at + 2);
            }
        }
    }

    private static void changed(String digits, int at, char other) {
        if (digits.charAt(at) != other) {
            refused(digits.substring(0, at) + other + digits.substring(at + 1));
        }
    }

    private static void swapped(String digits, int one, int other) {
        if (other < digits.length() && digits.charAt(one) != digits.charAt(other)) {
            char[] letters = digits.toCharArray();
            letters[one] = digits.charAt(other);
            letters[other] = digits.charAt(one);
            refused(new String(letters));
        }
    }

    private static void refused(String digits) {
        if (!(DowntimeNumber.read(digits) instanceof Outcome.Refused)) {
            fail(digits);
        }
    }
}
