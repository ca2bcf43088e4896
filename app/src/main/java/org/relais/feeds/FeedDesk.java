package org.relais.feeds;

import java.nio.file.Path;
import java.util.Optional;
import org.relais.feeds.FeedSettings.Tls;
import org.relais.journal.Draft;
import org.relais.journal.Journal;
import org.relais.journal.Receipt;
import org.relais.kernel.FeedName;
import org.relais.kernel.Outcome;
import org.relais.kernel.Problem;
import org.relais.kernel.Problem.Category;
import org.relais.kernel.Who;

/** Where feeds are added, changed and removed. Each act is a fact; the doors follow it at once. */
public final class FeedDesk {
    private final Journal journal;
    private final FeedRoster roster;
    private final FeedKeys keys;

    public FeedDesk(Journal journal, FeedRoster roster, FeedKeys keys) {
        this.journal = journal;
        this.roster = roster;
        this.keys = keys;
    }

    /** Adds a feed under a name that no other has. */
    public Outcome<Receipt> add(Who who, FeedSettings settings) {
        return roster.all().stream().anyMatch(one -> one.settings().name().equals(settings.name()))
                ? refused(Category.CONFLICT, "feeds.exists", settings.name())
                : set(who, settings);
    }

    /** Sets a known feed up otherwise. */
    public Outcome<Receipt> change(Who who, FeedSettings settings) {
        return roster.all().stream().noneMatch(one -> one.settings().name().equals(settings.name()))
                ? refused(Category.NOT_FOUND, "feeds.unknown", settings.name())
                : set(who, settings);
    }

    private Outcome<Receipt> set(Who who, FeedSettings settings) {
        Optional<Problem> problem = settings.problem()
                .or(() -> own(settings))
                .or(() -> clash(settings))
                .or(() -> keyless(settings));
        return problem.<Outcome<Receipt>>map(Outcome::refused)
                .orElseGet(() -> written(FeedRoster.SET.draft(who, settings)));
    }

    /** A feed that no fact set up cannot be removed: every node has it. What it brought is kept. */
    public Outcome<Receipt> remove(Who who, String name) {
        boolean named =
                roster.all().stream().anyMatch(one -> one.settings().name().equals(name));
        if (!named) {
            return refused(Category.NOT_FOUND, "feeds.unknown", name);
        }
        return roster.configured(new FeedName(name))
                ? written(FeedRoster.REMOVED.draft(who, new FeedRoster.Removed(name)))
                : refused(Category.CONFLICT, "feeds.always-there", name);
    }

    /** Takes the keys that encrypted feeds use. */
    public Outcome<Receipt> install(Who who, FeedKeys.Delivery delivery) {
        return keys.install(delivery).then(installed -> written(FeedRoster.KEYS.draft(who, installed)));
    }

    /** The data directory is written to all the time, and what lies there must never be taken for messages. */
    private Optional<Problem> own(FeedSettings settings) {
        boolean own = settings.kind() == FeedSettings.Kind.FOLDER && keys.nearby(Path.of(settings.folder()));
        return own ? Optional.of(Problem.of(Category.CONFLICT, "feeds.setting.own-folder")) : Optional.empty();
    }

    private Optional<Problem> clash(FeedSettings settings) {
        return roster.all().stream()
                .map(FeedRoster.Known::settings)
                .filter(settings::collides)
                .findFirst()
                .map(other -> Problem.of(Category.CONFLICT, "feeds.clash", settings.place(), other.name()));
    }

    private Optional<Problem> keyless(FeedSettings settings) {
        if (settings.tls() == Tls.OFF || settings.kind() == FeedSettings.Kind.FOLDER) {
            return Optional.empty();
        }
        if (keys.context().isEmpty()) {
            return Optional.of(Problem.of(Category.CONFLICT, "feeds.no-keys"));
        }
        return settings.tls() == Tls.MUTUAL && !keys.knowsClients()
                ? Optional.of(Problem.of(Category.CONFLICT, "feeds.no-clients"))
                : Optional.empty();
    }

    private Outcome<Receipt> written(Draft draft) {
        return Outcome.done(journal.write(draft));
    }

    private static Outcome<Receipt> refused(Category category, String key, String... args) {
        return Outcome.refused(Problem.of(category, key, args));
    }
}
