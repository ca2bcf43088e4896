package org.relais.care.identity.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.relais.care.identity.desk.IdentityFact.Document;
import org.relais.care.identity.desk.IdentityFact.Person;
import org.relais.care.identity.rniv.Birthplace;
import org.relais.care.identity.rniv.CodeName;
import org.relais.care.identity.rniv.IdentityAttribute;
import org.relais.care.identity.rniv.IdentityState;
import org.relais.care.identity.rniv.IdentityStatus;
import org.relais.care.identity.rniv.Nir;
import org.relais.care.identity.rniv.Sinus;
import org.relais.care.identity.rniv.TraitText;
import org.relais.kernel.Outcome;
import org.relais.kernel.Problem;
import org.relais.kernel.Sex;

/** Checks what was typed of a person and writes it as the RNIV asks. */
final class Writing {
    private static final int LONGEST_FEATURES = 500;
    private static final int LONGEST_OID = 40;
    private static final Pattern NOBODY = Pattern.compile("X[X' -]*");

    private Writing() {}

    /** The five traits and the rest; a document that was checked makes it VALI, else it is PROV. */
    static Outcome<Person> person(Newcomer typed, LocalDate today) {
        LocalDate birth = typed.birth();
        if (birth == null) {
            return refused("refused.newcomer.birth");
        }
        if (birth.isAfter(today)) {
            return refused("refused.newcomer.birth-future");
        }
        if (typed.sex() == Sex.UNKNOWN) {
            return refused("refused.newcomer.sex");
        }
        IdentityStatus status = typed.document() == Document.NONE ? IdentityStatus.PROV : IdentityStatus.VALI;
        return name(typed.family(), "family")
                .then(family -> name(typed.given(), "given")
                        .then(given -> Birthplace.read(typed.birthplace())
                                .then(place -> more(typed)
                                        .then(more -> Outcome.done(new Person(
                                                family,
                                                given,
                                                birth.toString(),
                                                typed.sex().name(),
                                                place.code(),
                                                more.used,
                                                IdentityState.of(status).codes(),
                                                typed.document(),
                                                more.ins,
                                                more.ins.isEmpty() ? "" : typed.oid(),
                                                more.sinus,
                                                typed.features().strip()))))));
    }

    /**
     * What is said anew, with what was odd about the identity before; traits that were made up give way.
     *
     * @return {@code refused.status.doubtful} when a document is to validate what stands in doubt
     */
    static Outcome<Person> kept(Person said, Person anew) {
        Set<IdentityAttribute> odd = IdentityState.read(said.codes()).attributes().stream()
                .filter(attribute -> attribute != IdentityAttribute.FICT)
                .collect(Collectors.toUnmodifiableSet());
        IdentityStatus status = IdentityState.read(anew.codes()).status();
        return IdentityState.legal(status, odd)
                ? Outcome.done(anew.with(new IdentityState(status, odd), anew.document()))
                : refused("refused.status.doubtful");
    }

    /** Somebody of whom only features are known, under a code-name. */
    static Outcome<Person> unknown(Newcomer typed, CodeName name) {
        return more(typed)
                .then(more -> Outcome.done(new Person(
                        name.family(),
                        name.given(),
                        "",
                        typed.sex().name(),
                        "",
                        "",
                        IdentityState.of(IdentityStatus.PROV, IdentityAttribute.FICT)
                                .codes(),
                        Document.NONE,
                        "",
                        "",
                        more.sinus,
                        typed.features().strip())));
    }

    private record More(String used, String ins, String sinus) {}

    private static Outcome<More> more(Newcomer typed) {
        if (typed.features().length() > LONGEST_FEATURES) {
            return refused("refused.newcomer.features", Integer.toString(LONGEST_FEATURES));
        }
        if (typed.oid().length() > LONGEST_OID || !typed.oid().matches("[0-9.]*")) {
            return refused("refused.nir");
        }
        Outcome<String> used = typed.used().isBlank() ? Outcome.done("") : name(typed.used(), "used");
        Outcome<String> ins = typed.ins().isBlank()
                ? Outcome.done("")
                : Nir.read(typed.ins()).then(nir -> Outcome.done(nir.number()));
        Outcome<String> sinus = typed.sinus().isBlank()
                ? Outcome.done("")
                : Sinus.read(typed.sinus()).then(number -> Outcome.done(number.value()));
        return used.then(one -> ins.then(two -> sinus.then(three -> Outcome.done(new More(one, two, three)))));
    }

    /**
     * {@code refused.newcomer.<field>} when nothing is typed, {@code refused.newcomer.x} for what people write of somebody
     * unknown, else as {@link TraitText#transcribed}.
     */
    private static Outcome<String> name(String typed, String field) {
        return typed.isBlank()
                ? refused("refused.newcomer." + field)
                : TraitText.transcribed(typed)
                        .then(name ->
                                NOBODY.matcher(name).matches() ? refused("refused.newcomer.x") : Outcome.done(name));
    }

    static LocalDate today(Instant now, ZoneId zone) {
        return LocalDate.ofInstant(now, zone);
    }

    static <T> Outcome<T> refused(String key, String... args) {
        return Outcome.refused(Problem.of(Problem.Category.INCORRECT, key, args));
    }
}
