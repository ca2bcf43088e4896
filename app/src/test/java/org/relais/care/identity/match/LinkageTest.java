package org.relais.care.identity.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relais.testkit.Islanders.traits;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.relais.demo.Crowd;
import org.relais.demo.DeskSlips;
import org.relais.demo.Islander;
import org.relais.kernel.Sex;

/** Lists of invented people linked: who was written down at a desk in downtime, against the index. */
class LinkageTest {
    private static final int KNOWN = 20_000;
    private static final int NEWCOMERS = 500;

    /** Newcomers, of whom one in ten is not in the index though her family may be, then the index. */
    private static Register desk(long seed, List<Integer> truth) {
        Crowd crowd = new Crowd(seed);
        DeskSlips slips = new DeskSlips(seed + 1, new Crowd(seed + 2));
        List<Islander> index = new ArrayList<>();
        Register register = new Register();
        int every = KNOWN / NEWCOMERS;
        for (int number = 0; index.size() < KNOWN; number++) {
            Islander one = crowd.next();
            boolean asked = number % every == 0 && truth.size() < NEWCOMERS;
            boolean absent = asked && truth.size() % 10 == 9;
            if (asked) {
                register.add(traits(slips.write(one)));
                truth.add(absent ? -1 : index.size());
            }
            if (!absent) {
                index.add(one);
            }
        }
        register.beginRight();
        index.forEach(one -> register.add(traits(one)));
        return register;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void downtimeIdentitiesAreFoundAgainAndNoneWronglyAsSure(long seed) {
        List<Integer> truth = new ArrayList<>();
        Register register = desk(seed, truth);
        LinkedPairs pairs = Linkage.run(register).pairs();
        double[] best = new double[truth.size()];
        for (int at = 0; at < pairs.size(); at++) {
            int newcomer = pairs.left(at);
            best[newcomer] = Math.max(best[newcomer], pairs.probability(at));
            if (pairs.probability(at) >= Decision.SURE) {
                assertThat(pairs.right(at) - register.leftRows()).isEqualTo(truth.get(newcomer));
            }
        }
        long clerical = IntStream.range(0, best.length)
                .filter(at -> best[at] >= Decision.DOUBT && best[at] < Decision.SURE)
                .count();
        long missed = IntStream.range(0, best.length)
                .filter(at -> best[at] < Decision.DOUBT && truth.get(at) >= 0)
                .count();
        assertThat(clerical).isLessThanOrEqualTo(NEWCOMERS / 20);
        assertThat(missed).isLessThanOrEqualTo(2);
    }

    @Test
    void theSameListsGiveTheSamePairs() {
        Register register = small(3, 2000);
        LinkedPairs one = Linkage.run(register).pairs();
        LinkedPairs two = Linkage.run(small(3, 2000)).pairs();
        assertThat(one.size()).isEqualTo(two.size());
        for (int at = 0; at < one.size(); at++) {
            assertThat(one.left(at)).isEqualTo(two.left(at));
            assertThat(one.right(at)).isEqualTo(two.right(at));
            assertThat(one.probability(at)).isEqualTo(two.probability(at));
        }
    }

    @Test
    void peopleOfAnotherIslandAreNobodyKnown() {
        Register register = small(5, 3000);
        register.beginRight();
        Crowd other = new Crowd(77);
        for (int number = 0; number < 3000; number++) {
            register.add(traits(other.next()));
        }
        LinkedPairs pairs = Linkage.run(register).pairs();
        for (int at = 0; at < pairs.size(); at++) {
            assertThat(pairs.probability(at)).isLessThan(Decision.SURE);
        }
    }

    @Test
    void familiesAndTwinsOfOneListAreNotDoubles() {
        LinkedPairs pairs = Linkage.run(small(9, 5000)).pairs();
        for (int at = 0; at < pairs.size(); at++) {
            assertThat(pairs.probability(at)).isLessThan(Decision.SURE);
        }
    }

    /** Twins of whom one bears both given names, and a copy of the other in which nothing tells which it is. */
    @Test
    void nobodyIsSurelyOneOfTwoWhoAreNotSurelyEachOther() {
        Register register = new Register();
        Crowd crowd = new Crowd(11);
        DeskSlips slips = new DeskSlips(12, new Crowd(13));
        for (int number = 0; number < 4000; number++) {
            Islander one = crowd.next();
            register.add(traits(one));
            if (number % 5 == 0) {
                register.add(traits(slips.write(one)));
            }
        }
        int first = register.rows();
        register.add(twin("FLOPHISIY", "OCEANE POCEMONT", "0696977902", "258069720911086"));
        register.add(twin("FLOPHISIY", "OCEANE", "0696073336", "258069720911185"));
        register.add(twin("FLOPIHSIY", "OCEANE", "", ""));
        LinkedPairs pairs = Linkage.run(register).pairs();
        List<Double> theirs = IntStream.range(0, pairs.size())
                .filter(at -> pairs.left(at) >= first)
                .mapToObj(pairs::probability)
                .toList();
        assertThat(theirs).isNotEmpty().allMatch(probability -> probability < Decision.SURE);
    }

    private static Traits twin(String surname, String given, String phone, String number) {
        return Traits.builder()
                .surname(surname)
                .givenNames(given)
                .birthDate(1958_06_12)
                .sex(Sex.FEMALE)
                .birthplace("97209")
                .address("69 LOTISSEMENT MARPHIIS")
                .postcode("97200")
                .place("FORT DE FRANCE")
                .phone(phone)
                .identifier(number)
                .build();
    }

    @Test
    void doublesOfOneListAreFoundAndWhatIsTwiceThirdIsEachOther() {
        Register register = new Register();
        Crowd crowd = new Crowd(11);
        DeskSlips slips = new DeskSlips(12, new Crowd(13));
        for (int number = 0; number < 1500; number++) {
            Islander one = crowd.next();
            register.add(traits(one));
            if (number % 5 == 0) {
                register.add(traits(slips.write(one)));
                register.add(traits(slips.write(one)));
            }
        }
        Linkage.Result result = Linkage.run(register);
        long said = IntStream.range(0, result.pairs().size())
                .filter(at -> result.pairs().probability(at) >= .5)
                .count();
        assertThat(said).isBetween(885L, 905L);
        assertThat(result.rounds()).isLessThan(200);
        assertThat(result.weights().prior() * register.pairs()).isBetween(800.0, 1000.0);
    }

    @Test
    void emptyListsAndSingleRowsAreLinkedToo() {
        Register empty = new Register();
        assertThat(Linkage.run(empty).pairs().size()).isZero();
        Register one = small(1, 1);
        assertThat(Linkage.run(one).pairs().size()).isZero();
        one.beginRight();
        assertThat(Linkage.run(one).pairs().size()).isZero();
        Register twice = small(1, 1);
        twice.beginRight();
        twice.add(traits(new Crowd(1).next()));
        assertThat(Linkage.run(twice).pairs().size()).isLessThanOrEqualTo(1);
    }

    @Test
    void scoresAreTheSameBothWays() {
        Crowd crowd = new Crowd(21);
        DeskSlips slips = new DeskSlips(22, new Crowd(23));
        Scorer scorer = new Scorer(Weights.french(10_000), Frequencies.unknown());
        for (int number = 0; number < 2000; number++) {
            Islander person = crowd.next();
            Traits one = traits(person);
            Traits two = traits(number % 2 == 0 ? slips.write(person) : crowd.next());
            assertThat(scorer.score(one, two).bits())
                    .isEqualTo(scorer.score(two, one).bits());
        }
    }

    @Test
    void rowsOfARegisterCompareAsTheirTraitsDo() {
        Crowd crowd = new Crowd(31);
        DeskSlips slips = new DeskSlips(32, new Crowd(33));
        Register register = new Register();
        List<Traits> all = new ArrayList<>();
        for (int number = 0; number < 400; number++) {
            Islander person = crowd.next();
            all.add(traits(person));
            all.add(traits(slips.write(person)));
        }
        all.forEach(register::add);
        RegisterComparer comparer = new RegisterComparer(register, new Sounds(register.names));
        for (int row = 0; row + 3 < all.size(); row++) {
            for (int step = 1; step < 4; step++) {
                assertThat(comparer.compare(row, row + step))
                        .isEqualTo(
                                Comparison.of(all.get(row), all.get(row + step)).pattern());
            }
        }
    }

    private static Register small(long seed, int rows) {
        Register register = new Register();
        Crowd crowd = new Crowd(seed);
        for (int number = 0; number < rows; number++) {
            register.add(traits(crowd.next()));
        }
        return register;
    }
}
