package org.relais.prepare.kits;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.relais.care.identity.numbers.DowntimeNumber;
import org.relais.care.identity.numbers.NumberDesk;
import org.relais.care.identity.numbers.NumberFact;
import org.relais.care.identity.numbers.Numbers;
import org.relais.journal.DataDirectory;
import org.relais.journal.Receipt;
import org.relais.kernel.Mode;
import org.relais.kernel.Outcome;
import org.relais.kernel.Problem;
import org.relais.kernel.Who;
import org.relais.testkit.Site;

/** Boxes: numbers that no other box has, and what happens to each from its print to its last pochette. */
class KitsTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-24T06:00:00Z"));
    private static final Who WHO = new Who.Operator();

    @TempDir
    Path folder;

    private DataDirectory data;
    private Numbers numbers;
    private NumberDesk desk;
    private Kits kits;
    private long read;

    @BeforeEach
    void open() {
        data = DataDirectory.create(folder.resolve("data"), Mode.DEMO, "words for a test".toCharArray(), CLOCK);
        numbers = new Numbers();
        desk = new NumberDesk(data.journal(), numbers);
        kits = new Kits(data.journal(), CLOCK);
        read = 1;
    }

    @AfterEach
    void close() {
        data.close();
    }

    private void folded() {
        long head = data.journal().head();
        data.journal().read(read, entry -> {
            numbers.apply(entry);
            kits.apply(entry);
        });
        read = head + 1;
    }

    private KitBox made(int pochettes) {
        kits.make(WHO, desk, new Kits.Order(pochettes, KitStep.Content.ADULT, "JOB1"))
                .orThrow();
        folded();
        return kits.boxes().getFirst();
    }

    @Test
    void noTwoBoxesHoldTheSameNumberEvenWhenEveryKitIsTaken() {
        List<String> all = new ArrayList<>();
        for (int box = 0; box < 110; box++) {
            made(5).numbers().forEach(number -> all.add(number.digits()));
        }
        assertThat(all).hasSize(550).doesNotHaveDuplicates();
        assertThat(kits.boxes()).extracting(KitBox::id).doesNotHaveDuplicates();
    }

    @Test
    void aDeskThatGivesNumbersOnScreenNeverGivesThoseOfABox() {
        KitBox box = made(50);
        DowntimeNumber given = desk.next(WHO, "").orThrow().number();
        assertThat(box.numbers()).doesNotContain(given);
    }

    @Test
    void aBoxGoesFromPrintedToUsedUp() {
        KitBox box = made(2);
        assertThat(box.state()).isEqualTo(KitBox.State.PRINTED);
        assertThat(key(kits.give(WHO, desk, box, new Kits.HandOver(" ", "Mme X"))))
                .isEqualTo("refused.kit.name");
        kits.give(WHO, desk, box, new Kits.HandOver("Urgences", "Mme X")).orThrow();
        folded();
        assertThat(now(box).state()).isEqualTo(KitBox.State.GIVEN);
        assertThat(now(box).given()).isEqualTo("Urgences");
        assertThat(key(kits.give(WHO, desk, now(box), new Kits.HandOver("Maternité", "M. Y"))))
                .isEqualTo("refused.kit.state");
        kits.note(WHO, now(box), KitStep.Step.OPENED).orThrow();
        folded();
        assertThat(now(box).state()).isEqualTo(KitBox.State.OPENED);
        assertThat(key(kits.note(WHO, now(box), KitStep.Step.OPENED))).isEqualTo("refused.kit.state");
        for (DowntimeNumber number : box.numbers()) {
            data.journal()
                    .write(desk.use(WHO, number, CLOCK.instant()).orThrow().fact());
        }
        folded();
        assertThat(now(box).state()).as("every pochette is on somebody").isEqualTo(KitBox.State.USED_UP);
    }

    @Test
    void aPochetteUsedTellsThatItsBoxIsOpen() {
        KitBox box = made(3);
        NumberFact.Used used = new NumberFact.Used(box.numbers().getFirst().digits(), CLOCK.instant());
        data.journal().write(NumberFact.USED.draft(WHO, used));
        folded();
        assertThat(now(box).state()).isEqualTo(KitBox.State.OPENED);
        kits.note(WHO, now(box), KitStep.Step.USED_UP).orThrow();
        folded();
        assertThat(now(box).state()).isEqualTo(KitBox.State.USED_UP);
        Kits again = Site.restored(new Kits(data.journal(), CLOCK), Site.snapshot(kits));
        assertThat(again.boxes()).isEqualTo(kits.boxes());
    }

    @Test
    void refusesABoxOfNothingAndOfTooMuch() {
        for (int pochettes : new int[] {0, Kits.MOST_POCHETTES + 1}) {
            assertThat(key(kits.make(WHO, desk, new Kits.Order(pochettes, KitStep.Content.ADULT, "JOB1"))))
                    .isEqualTo("refused.kit.count");
        }
    }

    private KitBox now(KitBox box) {
        return kits.find(box.id()).orElseThrow();
    }

    private static String key(Outcome<Receipt> outcome) {
        return outcome instanceof Outcome.Refused<Receipt>(Problem problem) ? problem.messageKey() : "";
    }
}
