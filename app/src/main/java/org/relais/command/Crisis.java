package org.relais.command;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.relais.command.CrisisFact.Declared;
import org.relais.command.CrisisFact.FeedSwitched;
import org.relais.command.CrisisFact.Lifted;
import org.relais.journal.Entry;
import org.relais.journal.FactType;
import org.relais.journal.Journal;
import org.relais.journal.ReadModel;
import org.relais.journal.Receipt;
import org.relais.kernel.FeedName;
import org.relais.kernel.Outcome;
import org.relais.kernel.Problem;
import org.relais.kernel.StaffId;
import org.relais.kernel.Who;

/** The crisis: its commands and its fold. T0 is a fact; what follows from it (frozen feeds) is done by who listens. */
public final class Crisis implements ReadModel {
    private static final FactType<Declared> DECLARED = FactType.of("command.crisis-declared", 1, Declared.class);
    private static final FactType<Lifted> LIFTED = FactType.of("command.crisis-lifted", 1, Lifted.class);
    private static final FactType<FeedSwitched> SWITCHED = FactType.of("command.feed-switched", 1, FeedSwitched.class);
    private static final int REASON_MAX = 500;

    private final Journal journal;
    private final InstantSource clock;
    private volatile CrisisState state = CrisisState.WATCH;

    public Crisis(Journal journal, InstantSource clock) {
        this.journal = journal;
        this.clock = clock;
    }

    public CrisisState state() {
        return state;
    }

    /** Declares the crisis. T0 is now. */
    public Outcome<Receipt> declare(Who who, String reason, Set<FeedName> freeze) {
        if (state.declared()) {
            return Outcome.refused(Problem.of(Problem.Category.CONFLICT, "crisis.already-declared"));
        }
        List<String> names = freeze.stream().map(FeedName::value).sorted().toList();
        return reasoned(reason)
                .then(text ->
                        Outcome.done(journal.write(DECLARED.draft(who, new Declared(clock.instant(), text, names)))));
    }

    /** Lifts the crisis: frozen feeds open again. */
    public Outcome<Receipt> lift(Who who, String reason) {
        if (!state.declared()) {
            return Outcome.refused(Problem.of(Problem.Category.CONFLICT, "crisis.not-declared"));
        }
        return reasoned(reason)
                .then(text -> Outcome.done(journal.write(LIFTED.draft(who, new Lifted(clock.instant(), text)))));
    }

    /** Freezes or opens one feed during a crisis. */
    public Outcome<Receipt> switchFeed(Who who, FeedName feed, boolean frozen) {
        if (!state.declared()) {
            return Outcome.refused(Problem.of(Problem.Category.CONFLICT, "crisis.not-declared"));
        }
        return Outcome.done(journal.write(SWITCHED.draft(who, new FeedSwitched(feed.value(), frozen))));
    }

    private static Outcome<String> reasoned(String reason) {
        String text = reason.strip();
        if (text.isEmpty() || text.length() > REASON_MAX) {
            return Outcome.refused(
                    Problem.of(Problem.Category.INCORRECT, "crisis.reason", Integer.toString(REASON_MAX)));
        }
        return Outcome.done(text);
    }

    @Override
    public String name() {
        return "crisis";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public void apply(Entry entry) {
        DECLARED.read(entry)
                .ifPresent(fact -> state = new CrisisState(
                        fact.occurredAt(), fact.reason(), entry.who(), feeds(fact.frozenFeeds()), fact.occurredAt()));
        LIFTED.read(entry).ifPresent(fact -> state = new CrisisState(null, "", null, Set.of(), fact.occurredAt()));
        SWITCHED.read(entry).ifPresent(this::switched);
    }

    private void switched(FeedSwitched fact) {
        Set<FeedName> frozen = new LinkedHashSet<>(state.frozen());
        FeedName feed = new FeedName(fact.feed());
        if (fact.frozen()) {
            frozen.add(feed);
        } else {
            frozen.remove(feed);
        }
        state = new CrisisState(state.t0(), state.reason(), state.by(), Set.copyOf(frozen), state.lastChange());
    }

    private static Set<FeedName> feeds(List<String> names) {
        return names.stream().map(FeedName::new).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public void save(DataOutput out) throws IOException {
        CrisisState now = state;
        Instant t0 = now.t0();
        Instant lastChange = now.lastChange();
        out.writeUTF(t0 == null ? "" : t0.toString());
        out.writeUTF(now.reason());
        out.writeUTF(said(now.by()));
        out.writeUTF(lastChange == null ? "" : lastChange.toString());
        Set<String> frozen = now.frozen().stream().map(FeedName::value).collect(Collectors.toCollection(TreeSet::new));
        out.writeInt(frozen.size());
        for (String feed : frozen) {
            out.writeUTF(feed);
        }
    }

    @Override
    public void load(DataInput in) throws IOException {
        Instant t0 = instant(in.readUTF());
        String reason = in.readUTF();
        Who by = heard(in.readUTF());
        Instant lastChange = instant(in.readUTF());
        Set<FeedName> frozen = new LinkedHashSet<>();
        for (int left = in.readInt(); left > 0; left--) {
            frozen.add(new FeedName(in.readUTF()));
        }
        state = new CrisisState(t0, reason, by, Set.copyOf(frozen), lastChange);
    }

    private static @Nullable Instant instant(String text) {
        return text.isEmpty() ? null : Instant.parse(text);
    }

    private static String said(@Nullable Who who) {
        return switch (who) {
            case null -> "";
            case Who.Staff(StaffId id) -> id.hex();
            case Who.Operator() -> "operator";
            case Who.Machine() -> "machine";
        };
    }

    private static @Nullable Who heard(String text) {
        return switch (text) {
            case "" -> null;
            case "operator" -> new Who.Operator();
            case "machine" -> new Who.Machine();
            default -> new Who.Staff(new StaffId(text));
        };
    }
}
