package org.relais.access;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.relais.journal.Draft;
import org.relais.journal.Entry;
import org.relais.journal.EntryKey;
import org.relais.journal.Receipt;
import org.relais.kernel.NodeId;
import org.relais.kernel.PatientId;
import org.relais.kernel.WardCode;
import org.relais.kernel.Who;

/** The whole room over a ledger in memory, with a clock that moves when told. */
public final class AccessRoom implements Ledger {
    public final TestClock clock = new TestClock();
    public final List<Entry> entries = new CopyOnWriteArrayList<>();
    public final Accounts accounts = new Accounts();
    public final TraceLog log = new TraceLog(positions -> {
        List<Entry> found = new ArrayList<>();
        for (long position : positions) {
            found.add(entries.get((int) position - 1));
        }
        return found;
    });
    public final Trace trace = new Trace(this);
    public final Badges badges = new Badges();
    public final Login login = new Login(accounts, badges, trace, clock);
    public final BadgeDesk desk = new BadgeDesk(this, new BadgeDesk.Register(accounts, badges, clock));
    public final AccountImport imports = new AccountImport(this, accounts);
    public final People people = new People(this, accounts, clock);
    public final GlassLog glassLog = new GlassLog();
    public final Bedside bedside = new Bedside();
    public final Guard guard = new Guard(trace, bedside, glassLog, clock);
    public final Glass glass = new Glass(this, glassLog, guard);

    /** Where patients lie and who was asked to do something for them, as a test says. */
    public static final class Bedside implements Whereabouts {
        private final Map<PatientId, WardCode> lying = new HashMap<>();
        private final Map<PatientId, Set<Role>> orders = new HashMap<>();
        private final Map<PatientId, PatientId> absorbed = new HashMap<>();
        private final Map<PatientId, PatientId> stillborn = new HashMap<>();

        public void lies(PatientId patient, String ward) {
            lying.put(patient, new WardCode(ward));
        }

        public void asks(PatientId patient, Role... services) {
            orders.put(patient, Set.of(services));
        }

        public void merges(PatientId gone, PatientId survivor) {
            absorbed.put(gone, survivor);
        }

        public void stillborn(PatientId child, PatientId mother) {
            stillborn.put(child, mother);
        }

        @Override
        public Optional<PatientId> motherOfStillborn(PatientId patient) {
            return Optional.ofNullable(stillborn.get(patient));
        }

        @Override
        public Set<WardCode> wards(PatientId patient) {
            WardCode ward = lying.get(chart(patient));
            return ward == null ? Set.of() : Set.of(ward);
        }

        @Override
        public boolean asked(PatientId patient, Role service) {
            return orders.getOrDefault(chart(patient), Set.of()).contains(service);
        }

        @Override
        public PatientId chart(PatientId patient) {
            return absorbed.getOrDefault(patient, patient);
        }
    }

    /** Noon until moved. */
    public static final class TestClock implements InstantSource {
        private volatile Instant now = Instant.parse("2026-11-24T12:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        public void advance(java.time.Duration by) {
            now = now.plus(by);
        }
    }

    /** Makes an account that has chosen its password. */
    public Account person(String login, String password, Role... roles) {
        OneTimePassword first = people.add(
                        new Who.Operator(), new NewAccount(login, "Dr Test " + login, Set.of(roles), Set.of()))
                .orThrow();
        people.changePassword(first.id(), first.password(), password).orThrow();
        return accounts.byId(first.id()).orElseThrow();
    }

    /** What was traced, oldest first. */
    public List<Trace.Act> acts() {
        return entries.stream()
                .flatMap(entry -> Trace.read(entry).stream())
                .map(Trace.Access::act)
                .toList();
    }

    @Override
    public synchronized List<Receipt> write(List<Draft> drafts) {
        List<Receipt> receipts = new ArrayList<>();
        for (Draft draft : drafts) {
            long position = entries.size() + 1L;
            EntryKey key = new EntryKey(new NodeId("0".repeat(32)), "0".repeat(32), position);
            Entry entry = new Entry(
                    position,
                    key,
                    clock.instant(),
                    draft.type(),
                    draft.version(),
                    draft.who(),
                    draft.subject(),
                    draft.payload(),
                    List.of());
            entries.add(entry);
            accounts.apply(entry);
            badges.apply(entry);
            log.apply(entry);
            glassLog.apply(entry);
            receipts.add(new Receipt(position, key, false));
        }
        return receipts;
    }

    @Override
    public long head() {
        return entries.size();
    }

    @Override
    public void seen(long position) {
        // Folded when written.
    }
}
