package org.relais.wiring;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.relais.access.Account;
import org.relais.care.identity.desk.DepartureDesk.Leaving;
import org.relais.care.identity.desk.Drawn;
import org.relais.care.identity.desk.IdentityDesk;
import org.relais.care.identity.desk.IdentityFact.Document;
import org.relais.care.identity.desk.IdentityFact.Guarded;
import org.relais.care.identity.desk.IdentityFact.Named;
import org.relais.care.identity.desk.IdentityFact.Whither;
import org.relais.care.identity.desk.Newcomer;
import org.relais.care.identity.desk.Protection;
import org.relais.care.identity.desk.Told;
import org.relais.demo.DemoNewcomer;
import org.relais.kernel.Outcome;
import org.relais.kernel.PatientId;
import org.relais.kernel.Sex;
import org.relais.kernel.Who;

/** Plays the staff who register newcomers by hand, before the cut and after it. */
final class DemoDesk {
    /** Every so many newcomers one is in labour. */
    private static final int IN_LABOUR = 3;
    /** How many newcomers are looked after in the emergency department before the first of them leaves. */
    private static final int LOOKED_AFTER = 3;

    private final House house;
    private final Random random;
    private final DemoMaternity maternity;
    private final Deque<PatientId> looked = new ArrayDeque<>();
    private int came;

    DemoDesk(House house, long seed) {
        this.house = house;
        this.random = new Random(seed);
        this.maternity = new DemoMaternity(house);
    }

    /** Homonyms, twins, somebody unknown, a secret birth. */
    void first() {
        DemoNewcomer.first().forEach(this::register);
        maternity.first();
    }

    /** One more at the door, now and then in labour; who came first goes home, or to another ward. */
    void next() {
        maternity.next();
        came++;
        if (came % IN_LABOUR == 0) {
            register(DemoNewcomer.inLabour(random)).ifPresent(maternity::inLabour);
        } else {
            register(DemoNewcomer.next(random)).ifPresent(looked::add);
        }
        if (looked.size() > LOOKED_AFTER) {
            leaves(looked.remove());
        }
    }

    private void leaves(PatientId one) {
        boolean home = random.nextInt(3) > 0;
        Leaving leaving = new Leaving(
                home ? Whither.HOME : Whither.WARD,
                home ? "" : "MEDA",
                "",
                Told.now(house.clock().instant()));
        house.identityDesk().departures().leave(who("accueil"), List.of(one), leaving);
    }

    /** Whether anything can still be written. */
    boolean open() {
        return house.data().journal().writing();
    }

    private Who who(String login) {
        return house.models().accounts().byLogin(login).map(Account::who).orElseGet(Who.Operator::new);
    }

    private Optional<PatientId> register(DemoNewcomer one) {
        IdentityDesk desk = house.identityDesk();
        Who who = who(one.login());
        Instant now = house.clock().instant();
        Told told = one.forWhom().isEmpty() ? Told.now(now) : new Told(now, one.forWhom(), Told.Via.PHONE);
        Outcome<Drawn> outcome = one.kind() == DemoNewcomer.Kind.UNKNOWN
                ? desk.unknown(who, newcomer(one), told)
                : desk.register(who, newcomer(one), told);
        if (one.kind() == DemoNewcomer.Kind.SECRET && outcome instanceof Outcome.Done<Drawn>(Drawn made)) {
            Guarded secret =
                    new Guarded(Named.of(made.number().key()), Protection.SECRET_BIRTH, true, "À sa demande", told);
            desk.guard(who, secret).orThrow();
            maternity.secret(made.patient());
        }
        return outcome instanceof Outcome.Done<Drawn>(Drawn drawn) ? Optional.of(drawn.patient()) : Optional.empty();
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
