package org.relais.journal;

/**
 * Somebody has taken note of every loss told before: it is warned of no more.
 *
 * @param losses how many
 */
public record LossSeen(int losses) {
    public static final FactType<LossSeen> TYPE = FactType.of("journal.loss-seen", 1, LossSeen.class);
}
