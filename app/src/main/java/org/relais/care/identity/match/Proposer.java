package org.relais.care.identity.match;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Ranks those who may be the person sought, says why, and proposes what to do. Who is a candidate is for the index to say:
 * it gives all whose names, birth date or number are near.
 */
public final class Proposer {
    private final Scorer scorer;

    public Proposer(Scorer scorer) {
        this.scorer = scorer;
    }

    /** Somebody in the index. */
    public record Candidate<K>(K key, Traits traits) {}

    /** A candidate, how strongly the traits speak for her, and with what probability she is the person sought. */
    public record Ranked<K>(K key, Score score, double probability) {}

    /**
     * What is proposed.
     *
     * @param ranked   candidates of probability 0.01 or more, the likeliest first; at least the best one, if any
     * @param decision on the first of them
     */
    public record Proposal<K>(List<Ranked<K>> ranked, Decision decision) {}

    /** The candidates share one probability: that it is one of them, and not somebody new, at most 1. */
    public <K> Proposal<K> propose(Traits sought, Iterable<Candidate<K>> candidates) {
        List<Candidate<K>> all = new ArrayList<>();
        List<Score> scores = new ArrayList<>();
        double[] sum = {0};
        for (Candidate<K> candidate : candidates) {
            Score score = scorer.score(sought, candidate.traits());
            all.add(candidate);
            scores.add(score);
            sum[0] = Bits.sum(sum[0], scorer.posterior(score.bits()));
        }
        List<Ranked<K>> ranked = new ArrayList<>();
        for (int at = 0; at < all.size(); at++) {
            Score score = scores.get(at);
            double probability = Bits.power(scorer.posterior(score.bits()) - sum[0]);
            ranked.add(new Ranked<>(all.get(at).key(), score, probability));
        }
        ranked.sort(Comparator.comparingDouble((Ranked<K> one) -> -one.score().bits()));
        if (ranked.isEmpty()) {
            return new Proposal<>(List.of(), Decision.NEW);
        }
        Ranked<K> best = ranked.getFirst();
        double margin = ranked.size() == 1
                ? Double.POSITIVE_INFINITY
                : best.score().bits() - ranked.get(1).score().bits();
        Decision decision = Decision.of(best.probability(), margin, best.score().pattern());
        ranked.subList(1, ranked.size()).removeIf(one -> one.probability() < Decision.DOUBT);
        return new Proposal<>(List.copyOf(ranked), decision);
    }
}
