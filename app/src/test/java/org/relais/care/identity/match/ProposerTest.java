package org.relais.care.identity.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.relais.care.identity.match.Proposer.Candidate;
import org.relais.care.identity.match.Proposer.Proposal;
import org.relais.kernel.Sex;

/** What is proposed about a newcomer, among a hundred thousand persons, with nothing learnt. */
class ProposerTest {
    private final Scorer scorer = new Scorer(Weights.french(100_000), Frequencies.unknown());
    private final Proposer proposer = new Proposer(scorer);

    private static Traits.Builder line() {
        return Traits.builder()
                .surname("Monrose")
                .givenNames("Line")
                .birthDate(19611225)
                .sex(Sex.FEMALE)
                .birthplace("97209")
                .address("12 rue des Flamboyants")
                .postcode("97200")
                .place("Fort-de-France")
                .phone("0696123456");
    }

    private Proposal<String> propose(Traits sought, Traits... known) {
        List<Candidate<String>> candidates = new java.util.ArrayList<>();
        for (Traits one : known) {
            candidates.add(new Candidate<>("p" + candidates.size(), one));
        }
        return proposer.propose(sought, candidates);
    }

    @Test
    void theBarsAddUpToTheTotal() {
        Score score = scorer.score(line().build(), line().phone("").build());
        double sum = score.parts().stream().mapToDouble(Score.Part::bits).sum() + score.household();
        assertThat(sum).isCloseTo(score.bits(), within(1e-9));
        assertThat(score.parts()).hasSize(Field.values().length);
        assertThat(score.household()).isNegative();
    }

    @Test
    void scoresAreSymmetric() {
        Traits one = line().build();
        Traits two = Traits.builder()
                .surname("Line")
                .givenNames("Monrose")
                .birthDate(19612512)
                .build();
        assertThat(scorer.score(one, two).bits())
                .isEqualTo(scorer.score(two, one).bits());
    }

    @Test
    void proposesALinkToWhoeverAgreesInAll() {
        Proposal<String> proposal = propose(
                line().build(), line().build(), line().birthDate(19300101).build());
        assertThat(proposal.decision()).isEqualTo(Decision.LINK);
        assertThat(proposal.ranked().getFirst().key()).isEqualTo("p0");
    }

    @Test
    void namesAndBirthDateAloneAreNeverSure() {
        Traits bare = Traits.builder()
                .surname("Monrose")
                .givenNames("Line")
                .birthDate(19611225)
                .sex(Sex.FEMALE)
                .build();
        assertThat(propose(bare, line().build()).decision()).isEqualTo(Decision.CLERICAL);
    }

    @Test
    void aTwinIsNeverSure() {
        Traits twin = line().givenNames("Lise").build();
        assertThat(propose(twin, line().build()).decision()).isNotEqualTo(Decision.LINK);
        assertThat(propose(line().givenNames("Rose").build(), line().build()).decision())
                .isNotEqualTo(Decision.LINK);
    }

    @Test
    void aSisterIsNobodyKnown() {
        Traits sister = line().givenNames("Rose").birthDate(19640303).build();
        assertThat(propose(sister, line().build()).decision()).isEqualTo(Decision.NEW);
    }

    @Test
    void twoAlikeAreForAPersonToTell() {
        Proposal<String> proposal = propose(line().build(), line().build(), line().build());
        assertThat(proposal.decision()).isEqualTo(Decision.CLERICAL);
        assertThat(proposal.ranked()).hasSize(2);
    }

    @Test
    void anotherSexIsAHardConflict() {
        Proposal<String> proposal = propose(line().sex(Sex.MALE).build(), line().build());
        assertThat(proposal.decision()).isEqualTo(Decision.CLERICAL);
        assertThat(proposal.ranked().getFirst().score().hasHardConflict()).isTrue();
    }

    @Test
    void nobodyNearIsNew() {
        assertThat(propose(line().build()).decision()).isEqualTo(Decision.NEW);
        assertThat(propose(
                                line().build(),
                                Traits.builder()
                                        .surname("Durand")
                                        .givenNames("Paul")
                                        .birthDate(19770707)
                                        .build())
                        .decision())
                .isEqualTo(Decision.NEW);
    }
}
