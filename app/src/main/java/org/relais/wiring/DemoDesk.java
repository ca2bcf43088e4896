package org.relais.wiring;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.relais.access.Account;
import org.relais.care.births.watch.CtgFact;
import org.relais.care.births.watch.Intervals;
import org.relais.care.births.watch.Phase;
import org.relais.care.births.watch.WatchDesk;
import org.relais.care.identity.Patient;
import org.relais.care.identity.desk.Drawn;
import org.relais.care.identity.desk.IdentityDesk;
import org.relais.care.identity.desk.IdentityFact.Document;
import org.relais.care.identity.desk.IdentityFact.Guarded;
import org.relais.care.identity.desk.IdentityFact.Named;
import org.relais.care.identity.desk.Newcomer;
import org.relais.care.identity.desk.Protection;
import org.relais.care.identity.desk.Told;
import org.relais.demo.DemoNewcomer;
import org.relais.kernel.Outcome;
import org.relais.kernel.PatientId;
import org.relais.kernel.Sex;
import org.relais.kernel.WardCode;
import org.relais.kernel.Who;

/** Plays the staff who register newcomers by hand, before the cut and after it. */
final class DemoDesk {
    private static final WardCode MATERNITY = new WardCode("MAT");

    private final House house;
    private final Random random;

    DemoDesk(House house, long seed) {
        this.house = house;
        this.random = new Random(seed);
    }

    /** Homonyms, twins, somebody unknown, a secret birth. */
    void first() {
        DemoNewcomer.first().forEach(this::register);
        watched();
    }

    /** Two women of the maternity in labour, one of them pushing. */
    private void watched() {
        Who who =
                house.models().accounts().byLogin("sagefemme").map(Account::who).orElseGet(Who.Operator::new);
        Told told = Told.now(house.clock().instant());
        Phase[] phases = {Phase.ACTIVE_LABOUR, Phase.PUSHING};
        String[] midwives = {"Nadège Bellerose", "Marie-Line Zozor"};
        List<Patient> women = house.folded()
                .query(() -> house.wards().census(MATERNITY).byName().stream()
                        .filter(patient -> patient.sex() == Sex.FEMALE && patient.mother() == null && !newborn(patient))
                        .limit(phases.length)
                        .toList());
        Intervals site = house.watches().intervals();
        for (int i = 0; i < women.size(); i++) {
            PatientId id = women.get(i).id();
            WatchDesk.About about = new WatchDesk.About(who, id, house.watches().lines(id));
            int minutes = site.minutes(phases[i]);
            house.watchDesk()
                    .place(about, new CtgFact.Placed(phases[i], midwives[i], true, minutes, told), site)
                    .orThrow();
        }
    }

    private boolean newborn(Patient patient) {
        var birth = patient.birth();
        return birth == null || birth.local().getYear() > 2015;
    }

    /** One more at the door. */
    void next() {
        register(DemoNewcomer.next(random));
    }

    /** Whether anything can still be written. */
    boolean open() {
        return house.data().journal().writing();
    }

    private void register(DemoNewcomer one) {
        IdentityDesk desk = house.identityDesk();
        Who who =
                house.models().accounts().byLogin(one.login()).map(Account::who).orElseGet(Who.Operator::new);
        Instant now = house.clock().instant();
        Told told = one.forWhom().isEmpty() ? Told.now(now) : new Told(now, one.forWhom(), Told.Via.PHONE);
        Outcome<Drawn> outcome = one.kind() == DemoNewcomer.Kind.UNKNOWN
                ? desk.unknown(who, newcomer(one), told)
                : desk.register(who, newcomer(one), told);
        if (one.kind() == DemoNewcomer.Kind.SECRET && outcome instanceof Outcome.Done<Drawn>(Drawn made)) {
            Guarded secret =
                    new Guarded(Named.of(made.number().key()), Protection.SECRET_BIRTH, true, "À sa demande", told);
            desk.guard(who, secret).orThrow();
        }
    }

    private static Newcomer newcomer(DemoNewcomer one) {
        return new Newcomer(
                one.family(),
                one.given(),
                one.family().isEmpty() ? null : one.birth(),
                one.female() ? Sex.FEMALE : Sex.MALE,
                one.birthplace(),
                "",
                one.document() ? Document.IDENTITY_CARD : Document.NONE,
                "",
                "",
                "",
                one.features(),
                new Newcomer.Where(one.ward(), one.ward(), null));
    }
}
