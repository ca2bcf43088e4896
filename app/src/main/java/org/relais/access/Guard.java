package org.relais.access;

import java.time.InstantSource;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.relais.kernel.Outcome;
import org.relais.kernel.PatientId;
import org.relais.kernel.Problem;
import org.relais.kernel.WardCode;

/** The one place where a right is asked for: a refusal is traced before it is told. */
public final class Guard {
    private final Trace trace;
    private final Whereabouts whereabouts;
    private final GlassLog glass;
    private final InstantSource clock;

    public Guard(Trace trace, Whereabouts whereabouts, GlassLog glass, InstantSource clock) {
        this.trace = trace;
        this.whereabouts = whereabouts;
        this.glass = glass;
        this.clock = clock;
    }

    /** The account itself when it has the right. */
    public Outcome<Account> require(Account account, Right right) {
        return account.enabled() && account.may(right) ? Outcome.done(account) : refuse(account, right.name());
    }

    /** Whether this chart is open to the account: by its wards, by an order to its service, or by bris de glace. */
    public Outcome<Account> mayOpenChart(Account account, PatientId patient) {
        return switch (sight(account, patient)) {
            case WHOLE -> Outcome.done(account);
            case BEHIND_GLASS -> refuse(account, "chart " + patient.hex(), "access.chart-closed");
            case IDENTITY, NOTHING -> refuse(account, "chart " + patient.hex());
        };
    }

    /**
     * How much of a patient the account may see now. Who would see a stillborn child behind glass sees it whole where she
     * sees its mother whole. Asks where she lies and may fold her chart; does not trace.
     */
    public Sight sight(Account account, PatientId patient) {
        if (!account.enabled()) {
            return Sight.NOTHING;
        }
        Sight sight = alone(account, patient);
        return sight == Sight.BEHIND_GLASS && withMother(account, patient) ? Sight.WHOLE : sight;
    }

    private boolean withMother(Account account, PatientId child) {
        return whereabouts
                .motherOfStillborn(child)
                .filter(mother -> alone(account, mother) == Sight.WHOLE)
                .isPresent();
    }

    /** As the patient's own place, orders and glasses say. */
    private Sight alone(Account account, PatientId patient) {
        Sight sight = rights(account, patient);
        return sight == Sight.BEHIND_GLASS && broken(account, patient) ? Sight.WHOLE : sight;
    }

    private Sight rights(Account account, PatientId patient) {
        boolean own = whereabouts.wards(patient).stream().anyMatch(account.wards()::contains);
        return Rights.sight(account.roles(), own, service -> whereabouts.asked(patient, service));
    }

    /** The bris de glace without which the account would not see a chart that it sees; of several the one that lasts. */
    public Optional<BrokenGlass> through(Account account, PatientId patient) {
        if (rights(account, patient) != Sight.BEHIND_GLASS) {
            return Optional.empty();
        }
        Optional<PatientId> mother = whereabouts.motherOfStillborn(patient);
        if (mother.isPresent() && rights(account, mother.get()) == Sight.WHOLE) {
            return Optional.empty();
        }
        return Stream.concat(Stream.of(patient), mother.stream())
                .flatMap(whose -> opened(account, whose))
                .max(Comparator.comparing(BrokenGlass::at));
    }

    /** Whether a ward's charts may be printed together: its own people's, and whoever may print every ward. */
    public boolean mayPrintWard(Account account, WardCode ward) {
        return account.enabled()
                && (account.may(Right.PRINT_EVERY_WARD)
                        || (account.may(Right.PRINT_CHARTS) && account.wards().contains(ward)));
    }

    /** Whether a ward's screen may be shared by this person: one who writes in its charts. */
    public boolean mayShare(Account account, WardCode ward) {
        return account.enabled()
                && account.may(Right.WRITE_CHARTS)
                && (account.may(Right.OPEN_EVERY_CHART) || account.wards().contains(ward));
    }

    /** Whether it is by bris de glace that the account sees a chart. */
    public boolean broken(Account account, PatientId patient) {
        return opened(account, patient).findAny().isPresent();
    }

    private Stream<BrokenGlass> opened(Account account, PatientId patient) {
        PatientId chart = whereabouts.chart(patient);
        return glass.open(account.id(), clock.instant()).stream()
                .filter(one -> whereabouts.chart(one.patient()).equals(chart));
    }

    Set<WardCode> wards(PatientId patient) {
        return whereabouts.wards(patient);
    }

    PatientId chart(PatientId patient) {
        return whereabouts.chart(patient);
    }

    /** Refuses what no right gives, for instance a page that declares none. */
    public Outcome<Account> refuse(Account account, String what) {
        return refuse(account, what, "access.forbidden");
    }

    private Outcome<Account> refuse(Account account, String what, String key) {
        trace.refused(account.who(), "right", what);
        return Outcome.refused(Problem.of(Problem.Category.FORBIDDEN, key));
    }
}
