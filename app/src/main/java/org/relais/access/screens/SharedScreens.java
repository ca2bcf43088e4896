package org.relais.access.screens;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.relais.access.Account;
import org.relais.access.Guard;
import org.relais.access.screens.ScreenFact.Ended;
import org.relais.access.screens.ScreenFact.Shared;
import org.relais.journal.Draft;
import org.relais.journal.Journal;
import org.relais.journal.ReadModels;
import org.relais.kernel.Outcome;
import org.relais.kernel.Problem;
import org.relais.kernel.Problem.Category;
import org.relais.kernel.WardCode;
import org.relais.kernel.Who;

/** Shares a ward's screen while a crisis lasts, and ends it. Of the browser's secret only a keyed hash is kept. */
public final class SharedScreens implements ScreenHolders {
    private static final Duration WAIT = Duration.ofSeconds(2);
    private static final int HEX = 32;

    private final Journal journal;
    private final ReadModels models;
    private final Known known;
    private final SecureRandom random = new SecureRandom();

    /**
     * What sharing depends on.
     *
     * @param crisis since when a crisis is declared; empty while all is well
     */
    public record Known(Screens screens, Guard guard, Supplier<Optional<Instant>> crisis) {}

    public SharedScreens(Journal journal, ReadModels models, Known known) {
        this.journal = journal;
        this.models = models;
        this.known = known;
    }

    /** Whether this person could share a screen of this ward now. */
    public boolean may(Account account, WardCode ward) {
        return known.crisis().get().isPresent() && known.guard().mayShare(account, ward);
    }

    /**
     * Shares the screen before which somebody sits.
     *
     * @return what the browser keeps: id and secret; or {@code access.screen-no-crisis}, {@code access.forbidden}
     */
    public Outcome<String> share(Account account, WardCode ward) {
        if (!known.guard().mayShare(account, ward)) {
            return known.guard().refuse(account, "share " + ward.value()).then(_ -> Outcome.done(""));
        }
        if (known.crisis().get().isEmpty()) {
            return Outcome.refused(Problem.of(Category.CONFLICT, "access.screen-no-crisis"));
        }
        String id = hex();
        String secret = hex();
        write(Shared.TYPE.draft(account.who(), new Shared(id, ward.value(), proof(secret))));
        return Outcome.done(id + secret);
    }

    /** Ends a screen by hand; ending what has ended is nothing. */
    public void end(Who by, String id) {
        if (active().stream().anyMatch(screen -> screen.id().equals(id))) {
            write(Ended.TYPE.draft(by, new Ended(id)));
        }
    }

    /** The screens that are shared now, the latest first. */
    public List<Screen> active() {
        return known.crisis().get().map(known.screens()::since).orElse(List.of());
    }

    @Override
    public Optional<Screen> holder(String cookie) {
        return cookie.matches("[0-9a-f]{64}")
                ? known.crisis()
                        .get()
                        .flatMap(since -> known.screens()
                                .proven(cookie.substring(0, HEX), proof(cookie.substring(HEX)))
                                .filter(screen -> !screen.since().isBefore(since)))
                : Optional.empty();
    }

    private void write(Draft draft) {
        models.await(journal.write(draft).position(), WAIT);
    }

    private String proof(String secret) {
        return journal.pseudonyms().of("screen", secret);
    }

    private String hex() {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
