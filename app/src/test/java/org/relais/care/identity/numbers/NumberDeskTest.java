package org.relais.care.identity.numbers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.relais.care.identity.numbers.NumberFact.BlockReserved;
import org.relais.care.identity.numbers.NumberFact.KitGiven;
import org.relais.care.identity.numbers.NumberFact.Spoilt;
import org.relais.care.identity.numbers.NumberFact.Use;
import org.relais.journal.Draft;
import org.relais.journal.Entry;
import org.relais.journal.EntryKey;
import org.relais.journal.Receipt;
import org.relais.kernel.NodeId;
import org.relais.kernel.Outcome;
import org.relais.kernel.Problem;
import org.relais.kernel.Who;
import org.relais.testkit.Site;

/** Blocks and kits: no number is given twice, by whatever desk, before or after a restart. */
class NumberDeskTest {
    private static final Who WHO = new Who.Operator();
    private static final Instant NOW = Instant.parse("2026-11-24T02:14:00Z");
    private static final int KITS = 50;
    private static final int EACH = 100_000;

    private final Numbers numbers = new Numbers();
    private final List<Draft> written = new ArrayList<>();
    private final NumberDesk desk = new NumberDesk(this::write, numbers);

    private Receipt write(Draft draft) {
        written.add(draft);
        Entry entry = entry(draft, written.size());
        numbers.apply(entry);
        return new Receipt(entry.position(), entry.key(), false);
    }

    private static Entry entry(Draft draft, int position) {
        EntryKey key = new EntryKey(new NodeId("0".repeat(32)), "0".repeat(32), position);
        return new Entry(
                position,
                key,
                NOW,
                draft.type(),
                draft.version(),
                draft.who(),
                draft.subject(),
                draft.payload(),
                List.of());
    }

    @Test
    void fiftyDisconnectedKitsNeverCollide() {
        long[] given = new long[KITS * EACH];
        IntStream.range(0, KITS).forEach(kit -> {
            Numbers own = new Numbers();
            NumberDesk alone = new NumberDesk(draft -> applied(own, draft), own);
            alone.reserve(WHO, new BlockReserved(kit + 1, 0, EACH - 1, Use.SCREEN, "desk"))
                    .orThrow();
            for (int at = 0; at < EACH; at++) {
                given[kit * EACH + at] = Long.parseLong(
                        alone.next(WHO, "desk").orThrow().number().digits());
            }
        });
        Arrays.sort(given);
        assertThat(IntStream.range(1, given.length).filter(at -> given[at] == given[at - 1]))
                .isEmpty();
    }

    private static Receipt applied(Numbers numbers, Draft draft) {
        Entry entry = entry(draft, 1);
        numbers.apply(entry);
        return new Receipt(1, entry.key(), false);
    }

    @Test
    void aDeskDrawsFromItsOwnBlockThenFromTheCommonOne() {
        desk.reserve(WHO, new BlockReserved(7, 10, 11, Use.SCREEN, "URG")).orThrow();
        assertThat(digits("URG")).startsWith("07000010");
        assertThat(digits("URG")).startsWith("07000011");
        assertThat(digits("URG")).startsWith("01000000");
        assertThat(digits("")).startsWith("01000001");
    }

    private String digits(String where) {
        NumberDesk.Given given = desk.next(WHO, where).orThrow();
        write(given.fact());
        return given.number().digits();
    }

    @Test
    void whatWasGivenIsNotGivenAgainAfterARestart() {
        String first = digits("");
        Numbers again = Site.restored(new Numbers(), Site.snapshot(numbers));
        NumberDesk later = new NumberDesk(this::write, again);
        assertThat(later.next(WHO, "").orThrow().number().digits()).isNotEqualTo(first);
        assertThat(again.blocks()).isEqualTo(numbers.blocks());
    }

    @Test
    void aRefusedActTakesNoNumber() {
        NumberDesk.Given given = desk.next(WHO, "").orThrow();
        desk.back(given);
        assertThat(desk.next(WHO, "").orThrow().number()).isEqualTo(given.number());
    }

    @Test
    void aNumberOfAKitServesOnce() {
        desk.reserve(WHO, new BlockReserved(12, 300_000, 300_099, Use.SEALED, ""))
                .orThrow();
        desk.give(WHO, new KitGiven(12, 300_000, 300_099, "Urgences", "Mme Louise", NOW))
                .orThrow();
        DowntimeNumber number = new DowntimeNumber(12, 300_000);
        write(desk.use(WHO, number, NOW).orThrow().fact());
        assertThat(problem(desk.use(WHO, number, NOW))).isEqualTo("refused.number.used");
        DowntimeNumber torn = new DowntimeNumber(12, 300_001);
        desk.spoil(WHO, torn, new Spoilt(torn.digits(), "déchirée", NOW, "", "SELF"))
                .orThrow();
        assertThat(problem(desk.use(WHO, torn, NOW))).isEqualTo("refused.number.spoilt");
        assertThat(numbers.holding(number)).hasValueSatisfying(block -> {
            assertThat(block.given()).isEqualTo("Urgences");
            assertThat(block.left()).isEqualTo(98);
        });
    }

    @Test
    void blocksNeverOverlap() {
        desk.reserve(WHO, new BlockReserved(5, 0, 99, Use.SEALED, "")).orThrow();
        assertThat(problem(desk.reserve(WHO, new BlockReserved(5, 99, 200, Use.SEALED, ""))))
                .isEqualTo("refused.block.taken");
        assertThat(problem(desk.reserve(WHO, new BlockReserved(0, 0, 1, Use.SEALED, ""))))
                .isEqualTo("refused.block.range");
        assertThat(problem(desk.give(WHO, new KitGiven(5, 0, 98, "A", "B", NOW))))
                .isEqualTo("refused.kit.unknown");
    }

    private static <T> String problem(Outcome<T> outcome) {
        return outcome instanceof Outcome.Refused<T>(Problem problem) ? problem.messageKey() : "";
    }
}
