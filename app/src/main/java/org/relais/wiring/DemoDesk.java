package org.relais.wiring;

import java.time.Instant;
import java.util.Random;
import org.relais.access.Account;
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
import org.relais.kernel.Sex;
import org.relais.kernel.Who;

/** Plays the staff who register newcomers by hand, before the cut and after it. */
final class DemoDesk {
    private final House house;
    private final Random random;
    private final DemoMaternity maternity;

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

    /** One more at the door. */
    void next() {
        register(DemoNewcomer.next(random));
        maternity.next();
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
            maternity.secret(made.patient());
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
