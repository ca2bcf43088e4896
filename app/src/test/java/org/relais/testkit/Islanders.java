package org.relais.testkit;

import org.relais.care.identity.match.Traits;
import org.relais.demo.Islander;
import org.relais.kernel.Sex;

/** Invented people as they are compared. */
public final class Islanders {
    private Islanders() {}

    public static Sex sex(Islander one) {
        return one.female() ? Sex.FEMALE : Sex.MALE;
    }

    public static Traits traits(Islander one) {
        return Traits.builder()
                .surname(one.surname())
                .usedSurname(one.used())
                .givenNames(one.given())
                .birthDate(one.birth())
                .sex(sex(one))
                .birthplace(one.birthplace())
                .address(one.address())
                .postcode(one.postcode())
                .place(one.town())
                .phone(one.phone())
                .identifier(one.ins())
                .build();
    }
}
