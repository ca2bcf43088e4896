package org.relais.care.identity.rniv;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.relais.kernel.Outcome;
import org.relais.kernel.Problem;
import org.relais.kernel.Sex;

/** INS DataMatrix: any order, lost separators, missing fields, cut and altered codes; never a wrong trait. */
class InsMatrixTest {
    private static final String HEADER = "IS01" + "0".repeat(22);
    private static final String GS = "\u001d";
    private static final List<String> FAMILIES =
            List.of("SAINT-PRIX", "ROSES", "DE L'ISLE", "S", "JOSEPH-MONROSE", "BOISSONS", "LAGUERRE SAINT-LOUIS");
    private static final List<String> GIVEN = List.of("MARIE ROSE", "AGNES", "LOUIS", "JEAN-FRANCOIS ALEXIS", "INES S");

    private final Random random = new Random(1000);

    @Test
    void aThousandPayloadsGiveTheirTraitsOrAreRefused() {
        int read = 0;
        for (int at = 0; at < 1000; at++) {
            InsCard truth = person();
            List<String> fields = fields(truth);
            Collections.shuffle(fields, random);
            int missing = random.nextInt(4) == 0 ? 1 + random.nextInt(2) : 0;
            List<String> kept = fields.subList(missing, fields.size());
            String text = HEADER + String.join("", kept);
            text = random.nextInt(3) == 0 ? text.replace(GS, "") : text;
            if (random.nextInt(8) == 0) {
                text = text.substring(0, HEADER.length() + random.nextInt(text.length() - HEADER.length()));
            }
            if (InsMatrix.read(text) instanceof Outcome.Done<InsCard>(InsCard card)) {
                neverWrong(card, truth, text);
                read++;
            }
        }
        assertThat(read).isGreaterThan(600);
    }

    @Test
    void whatIsWholeIsReadWholeInAnyOrderEvenWithoutSeparators() {
        for (int at = 0; at < 1000; at++) {
            InsCard truth = person();
            List<String> fields = fields(truth);
            Collections.shuffle(fields, random);
            String text = HEADER + String.join("", fields);
            assertThat(InsMatrix.read(text)).as(text).isEqualTo(Outcome.done(truth));
            if (!text.endsWith(GS)) {
                assertThat(InsMatrix.read(text.replace(GS, ""))).as(text).isEqualTo(Outcome.done(truth));
            }
        }
    }

    private static void neverWrong(InsCard card, InsCard truth, String text) {
        List<Object> said = values(card);
        List<Object> true_ = values(truth);
        for (int at = 0; at < said.size(); at++) {
            assertThat(said.get(at).equals("") || said.get(at).equals(true_.get(at)))
                    .as(text)
                    .isTrue();
        }
    }

    private static List<Object> values(InsCard card) {
        return Stream.of(
                        card.number(),
                        card.oid(),
                        card.given(),
                        card.family(),
                        card.sex(),
                        card.birth(),
                        card.birthplace())
                .map(value -> Objects.requireNonNullElse(value, ""))
                .toList();
    }

    private InsCard person() {
        boolean female = random.nextBoolean();
        LocalDate birth = LocalDate.of(1930 + random.nextInt(95), 1 + random.nextInt(12), 1 + random.nextInt(28));
        String place = random.nextInt(10) == 0 ? "2A004" : "97209";
        String stem = (female ? "2" : "1")
                + "%02d%02d".formatted(birth.getYear() % 100, birth.getMonthValue())
                + place
                + "%03d".formatted(random.nextInt(1000));
        return new InsCard(
                new Nir(stem + "%02d".formatted(Nir.key(stem))),
                "1.2.250.1.213.1.4." + (8 + random.nextInt(4)),
                GIVEN.get(random.nextInt(GIVEN.size())),
                FAMILIES.get(random.nextInt(FAMILIES.size())),
                female ? Sex.FEMALE : Sex.MALE,
                birth,
                new Birthplace(place));
    }

    private static List<String> fields(InsCard card) {
        LocalDate birth = Objects.requireNonNull(card.birth());
        return new ArrayList<>(Arrays.asList(
                "S1" + Objects.requireNonNull(card.number()).number(),
                "S2" + card.oid() + GS,
                "S3" + card.given() + GS,
                "S4" + card.family() + GS,
                "S5" + (card.sex() == Sex.FEMALE ? "F" : "M"),
                "S6%02d-%02d-%04d".formatted(birth.getDayOfMonth(), birth.getMonthValue(), birth.getYear()),
                "S7" + Objects.requireNonNull(card.birthplace()).code()));
    }

    @ParameterizedTest
    @CsvSource({
        "XX010000000000000000000000S5F, refused.ins.header",
        "IS010000000000000000000000, refused.ins.unknown",
        "IS010000000000000000000000S9F, refused.ins.unknown",
        "IS010000000000000000000000S5FS5M, refused.ins.twice",
        "IS010000000000000000000000S5X, refused.ins.field",
        "IS010000000000000000000000S631-02-1990S5F, refused.ins.date",
        "IS010000000000000000000000S1279035121518988S5F, refused.ins.key",
        "IS010000000000000000000000S5FS4DUPON, refused.ins.cut",
        "IS010000000000000000000000S5FS631-0, refused.ins.field"
    })
    void refusesWhatIsMalformedAndSaysWhy(String text, String key) {
        assertThat(
                        InsMatrix.read(text) instanceof Outcome.Refused<InsCard>(Problem problem)
                                ? problem.messageKey()
                                : "")
                .isEqualTo(key);
    }

    @Test
    void saysWhatItLacks() {
        InsCard card = InsMatrix.read(HEADER + "S4DUPONT" + GS + "S5F").orThrow();
        assertThat(card.missing()).containsExactly("S1", "S2", "S3", "S6", "S7");
    }
}
