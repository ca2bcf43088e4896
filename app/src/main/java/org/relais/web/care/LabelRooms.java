package org.relais.web.care;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.relais.access.Account;
import org.relais.access.Sight;
import org.relais.care.identity.Lookalike;
import org.relais.care.identity.Patient;
import org.relais.care.identity.Patients;
import org.relais.care.labels.BandRule;
import org.relais.care.labels.BirthMark;
import org.relais.care.labels.LabelBook;
import org.relais.care.labels.LabelEntry;
import org.relais.kernel.Language;
import org.relais.kernel.PatientId;
import org.relais.kernel.Problem;
import org.relais.paper.Bearer;
import org.relais.paper.LabelCode;
import org.relais.paper.Stamp;
import org.relais.upkeep.printers.PrinterPort;
import org.relais.upkeep.printers.Printers;

/**
 * The rooms that the pages of bands and labels ask. A band shows who somebody is and nothing of her health: whoever may see
 * identities and print labels may print one, without bris de glace.
 *
 * @param stamps what a print says about itself
 */
public record LabelRooms(
        CareRooms care, LabelBook book, Printers printers, PrinterPort port, Function<Language, Stamp> stamps) {
    /** How long after it was noted a print may be opened again: later it is another print. */
    public static final Duration OPEN = Duration.ofMinutes(15);

    /** A patient, those who could be taken for her, and every id of her records, her own first. */
    public record Whom(Patient patient, List<Patient> alike, List<PatientId> ids) {}

    /** The patient, for whoever may see her identity; traced. */
    public Whom whom(Account account, String id, String what) {
        PatientId patient = new PatientId(id);
        if (care.guard().sight(account, patient) == Sight.NOTHING) {
            care.guard().refuse(account, "labels " + id).orThrow();
        }
        Patients patients = care.wards().patients();
        Patient found = care.models()
                .query(() -> patients.get(patient))
                .orElseThrow(() ->
                        Problem.of(Problem.Category.NOT_FOUND, "web.no-patient").asException());
        care.trace().opened(account.who(), found.id(), what);
        return new Whom(found, alike(found.id()), ids(found.id()));
    }

    /** Who could be taken for a patient. */
    public List<Patient> alike(PatientId patient) {
        return care.charts().chart(patient, care.clock().instant()).orElseThrow().homonyms().stream()
                .map(Lookalike::patient)
                .toList();
    }

    /** Every id of a patient's records, this one first. */
    public List<PatientId> ids(PatientId patient) {
        Set<PatientId> ids = care.models().query(() -> care.wards().patients().ids(patient));
        return Stream.concat(Stream.of(patient), ids.stream()).distinct().toList();
    }

    /** Under which number she is banded; refused when she has none. */
    public static Bearer bearer(Patient patient) {
        return Bearer.of(patient)
                .orElseThrow(() -> Problem.of(Problem.Category.CONFLICT, "refused.labels.no-number")
                        .asException());
    }

    /** The matching number of her mother, when Relais knows who that is. */
    Optional<String> motherNumber(Patient patient) {
        return care.kin().mother(patient).flatMap(Bearer::of).map(Bearer::number);
    }

    /** What a newborn's bands say of its birth, when that was written here. */
    Optional<BirthMark> mark(Whom whom) {
        return care.kin().mark(whom.ids());
    }

    /** What was noted for a newborn's bands, without a mother who has asked for secrecy since. */
    public BirthMark stands(Whom whom, BirthMark noted) {
        return mark(whom).filter(now -> now.mother() == null).isPresent()
                ? new BirthMark(noted.rank(), noted.of(), null)
                : noted;
    }

    /** Whether a number can not be a mother's, or is not of the mother that Relais knows; no number is nobody else's. */
    boolean otherMother(Patient child, String number) {
        if (number.isEmpty() || !LabelCode.fits(number)) {
            return !number.isEmpty();
        }
        return care.kin()
                .mother(child)
                .filter(mother -> Stream.concat(mother.identifiers().stream(), mother.aliases().stream())
                        .noneMatch(one -> one.value().equals(number)))
                .isPresent();
    }

    /** Which bands she is offered. */
    BandRule bands(Whom whom) {
        LocalDate today = care.models()
                .query(() -> LocalDate.ofInstant(
                        care.clock().instant(), care.wards().hospital().zoneId()));
        return new BandRule(
                whom.patient(), care.kin().bornHere(whom.ids()), care.kin().gaveBirth(whom.patient()), today);
    }

    /** The prints of a patient, the newest first. */
    public List<LabelEntry> prints(Whom whom) {
        return book.entries(whom.ids());
    }

    /** A print of this patient. */
    public LabelEntry print(Whom whom, long position) {
        return prints(whom).stream()
                .filter(one -> one.position() == position)
                .findFirst()
                .orElseThrow(() -> Problem.of(Problem.Category.NOT_FOUND, "refused.labels.no-print")
                        .asException());
    }

    /** Refuses to open a print made long ago: another print is another number. */
    public LabelEntry stillOpen(LabelEntry print) {
        Instant until = print.recordedAt().plus(OPEN);
        if (care.clock().instant().isAfter(until)) {
            throw Problem.of(Problem.Category.CONFLICT, "refused.labels.too-late", Long.toString(OPEN.toMinutes()))
                    .asException();
        }
        return print;
    }

    /** The stamp of a print that was noted: its name and its time are the fact's. */
    public Stamp stamp(Language language, LabelEntry print) {
        Stamp now = stamps.apply(language);
        return new Stamp(
                now.mode(),
                now.language(),
                now.zone(),
                now.asOf(),
                print.said().occurredAt(),
                now.node(),
                now.hospital(),
                now.journalHead(),
                now.crisis(),
                print.said().job());
    }
}
