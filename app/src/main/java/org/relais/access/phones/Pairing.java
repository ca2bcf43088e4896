package org.relais.access.phones;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.relais.journal.Journal;
import org.relais.journal.ReadModels;
import org.relais.kernel.Outcome;
import org.relais.kernel.Problem;
import org.relais.kernel.Problem.Category;
import org.relais.kernel.Who;

/**
 * Pairs phones: a station shows a code, the phone answers it once within ten minutes and keeps a secret for twelve hours.
 * Codes are in memory only, 128 random bits; of the secret only a keyed hash is kept.
 */
public final class Pairing {
    /** How long a phone stays paired. */
    public static final Duration LASTS = Duration.ofHours(12);

    /** How long a code can be answered. */
    public static final Duration CODE_LASTS = Duration.ofMinutes(10);

    private static final Duration WAIT = Duration.ofSeconds(2);
    private static final int MOST_CODES = 200;
    private static final int LABEL = 40;

    private final Journal journal;
    private final ReadModels models;
    private final Phones phones;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Offer> offers = new LinkedHashMap<>();

    private record Offer(Who by, String label, String ward, Instant until) {}

    /**
     * What the phone keeps.
     *
     * @param cookie id and secret
     */
    public record Paired(String label, String cookie) {
        /** Without the secret. */
        @Override
        public String toString() {
            return "Paired[" + label + "]";
        }
    }

    public Pairing(Journal journal, ReadModels models, Phones phones, InstantSource clock) {
        this.journal = journal;
        this.models = models;
        this.phones = phones;
        this.clock = clock;
    }

    /** A code for one phone, or {@code phones.label} (longest). */
    public synchronized Outcome<String> offer(Who by, String label, String ward) {
        String name = label.strip();
        if (name.isEmpty() || name.length() > LABEL || name.chars().anyMatch(Character::isISOControl)) {
            return Outcome.refused(Problem.of(Category.INCORRECT, "phones.label", Integer.toString(LABEL)));
        }
        Instant now = clock.instant();
        offers.values().removeIf(offer -> !now.isBefore(offer.until()));
        if (offers.size() >= MOST_CODES) {
            Iterator<String> oldest = offers.keySet().iterator();
            oldest.next();
            oldest.remove();
        }
        String code = hex();
        offers.put(code, new Offer(by, name, ward, now.plus(CODE_LASTS)));
        return Outcome.done(code);
    }

    /** What the phone will be called, while its code can be answered. */
    public synchronized Optional<String> offered(String code) {
        return Optional.ofNullable(offers.get(code))
                .filter(offer -> clock.instant().isBefore(offer.until()))
                .map(Offer::label);
    }

    /** Answers a code, once; or {@code phones.code}. */
    public Outcome<Paired> answer(String code) {
        Offer offer = taken(code);
        Instant now = clock.instant();
        if (offer == null || !now.isBefore(offer.until())) {
            return Outcome.refused(Problem.of(Category.FORBIDDEN, "phones.code"));
        }
        String id = hex();
        String secret = hex();
        String until = now.plus(LASTS).toString();
        PhoneFact.Paired fact = new PhoneFact.Paired(id, offer.label(), offer.ward(), proof(secret), until);
        models.await(
                journal.write(PhoneFact.Paired.TYPE.draft(offer.by(), fact)).position(), WAIT);
        return Outcome.done(new Paired(offer.label(), id + secret));
    }

    private synchronized @Nullable Offer taken(String code) {
        return offers.remove(code);
    }

    /** Turns a phone away. */
    public Outcome<Phone> revoke(Who by, String id) {
        Optional<Phone> known = phones.byId(id);
        if (known.isEmpty()) {
            return Outcome.refused(Problem.of(Category.NOT_FOUND, "phones.unknown"));
        }
        if (known.get().active(clock.instant())) {
            models.await(
                    journal.write(PhoneFact.Revoked.TYPE.draft(by, new PhoneFact.Revoked(id)))
                            .position(),
                    WAIT);
        }
        return Outcome.done(known.get());
    }

    /** The phone that shows this cookie, if it is paired. */
    public Optional<Phone> holder(String cookie) {
        return cookie.matches("[0-9a-f]{64}")
                ? phones.proven(cookie.substring(0, 32), proof(cookie.substring(32)))
                : Optional.empty();
    }

    private String proof(String secret) {
        return journal.pseudonyms().of("phone", secret);
    }

    private String hex() {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
