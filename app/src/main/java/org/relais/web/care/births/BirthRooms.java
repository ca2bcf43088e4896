package org.relais.web.care.births;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.relais.access.Account;
import org.relais.care.births.Birth;
import org.relais.care.births.BirthBook;
import org.relais.care.births.BirthDesk;
import org.relais.care.births.BirthLine;
import org.relais.care.identity.Patient;
import org.relais.care.identity.numbers.DowntimeNumber;
import org.relais.care.labels.LabelKind;
import org.relais.journal.Journal;
import org.relais.kernel.Outcome;
import org.relais.kernel.PatientId;
import org.relais.kernel.Problem;
import org.relais.kernel.RecordKey;
import org.relais.web.care.CareRooms;
import org.relais.web.care.LabelRooms;
import org.relais.web.shell.Frame;

/** The rooms that the pages of births ask. */
public record BirthRooms(LabelRooms labels, BirthDesk desk, BirthBook book, Journal journal) {

    /** Something to choose. */
    public record Choice(String value, String label, boolean chosen) {}

    /**
     * A birth that was opened.
     *
     * @param whom   the newborn
     * @param mother null when nothing may link the two
     */
    record Opened(
            LabelRooms.Whom whom, Birth birth, @Nullable Patient mother) {
        Patient child() {
            return whom.patient();
        }
    }

    CareRooms care() {
        return labels.care();
    }

    /** The birth of a newborn, once the trace that it was seen is on disk. */
    Opened opened(Account account, String id) {
        LabelRooms.Whom whom = labels.whom(account, id, "birth");
        Birth birth = care().models()
                .query(() -> book.of(whom.ids()))
                .orElseThrow(() -> Problem.of(Problem.Category.NOT_FOUND, "refused.birth.none")
                        .asException());
        return new Opened(whom, birth, mother(birth).orElse(null));
    }

    /** Opened for a form that was sent about this newborn: any other is refused in words. */
    Opened sent(Account account, String id, @Nullable String patient) {
        if (!id.equals(patient)) {
            throw Problem.of(Problem.Category.CONFLICT, "refused.birth.other-patient")
                    .asException();
        }
        return opened(account, id);
    }

    /** The mother, unless nothing may link her to the child. */
    Optional<Patient> mother(Birth birth) {
        RecordKey key = birth.mother();
        return key == null
                ? Optional.empty()
                : care().models()
                        .query(() -> care().wards()
                                .patients()
                                .byRecord(key)
                                .filter(mother -> !care().wards().patients().withheld(mother.id())));
    }

    /** How many children the delivery has, as known now. */
    int many(Birth birth) {
        return care().models().query(() -> book.many(birth));
    }

    /** Whether the mother's band is printed with the newborn's: with her first child's, and when these are printed again. */
    boolean printsMother(Opened opened) {
        Patient mother = opened.mother();
        return mother != null
                && (labels.book().printed(opened.whom().ids(), LabelKind.NEWBORN_BAND) > 0
                        || labels.book().printed(labels.ids(mother.id()), LabelKind.MOTHER_BAND) == 0);
    }

    /** Who could be taken for one of those whose bands are printed. */
    List<Patient> alike(Opened opened) {
        Patient mother = opened.mother();
        Stream<Patient> hers =
                mother != null && printsMother(opened) ? labels.alike(mother.id()).stream() : Stream.empty();
        return Stream.concat(opened.whom().alike().stream(), hers).distinct().toList();
    }

    /** What was written of a birth, the newest first. */
    List<BirthLine> lines(LabelRooms.Whom whom) {
        long[] places = care().models().query(() -> book.positions(whom.ids()));
        return journal.entries(places).stream()
                .flatMap(entry -> BirthLine.read(entry).stream())
                .toList()
                .reversed();
    }

    /** A number as people read it: a downtime number in its groups, any other as it is. */
    static String grouped(String number) {
        return DowntimeNumber.read(number) instanceof Outcome.Done<DowntimeNumber>(DowntimeNumber read)
                ? read.text()
                : number;
    }

    /** Whose number that is, when it is one patient's whom no secrecy hides. */
    Optional<Patient> whose(String number) {
        return care().models().query(() -> {
            List<Patient> found = care().wards().patients().byIdentifier(number);
            return found.size() == 1
                            && !care().wards()
                                    .patients()
                                    .withheld(found.getFirst().id())
                    ? Optional.of(found.getFirst())
                    : Optional.empty();
        });
    }

    Optional<Patient> patient(PatientId id) {
        return care().models().query(() -> care().wards().patients().get(id));
    }

    List<Choice> wards(Frame f, String chosen) {
        return care().models().query(() -> care().wards().wards()).stream()
                .map(ward -> new Choice(
                        ward.code().value(),
                        CareRooms.name(ward, f.language()),
                        ward.code().value().equals(chosen)))
                .toList();
    }

    Instant now() {
        return care().clock().instant();
    }

    ZoneId zone() {
        return care().models().query(() -> care().wards().hospital().zoneId());
    }

    String site() {
        return care().models().query(() -> care().wards().hospital().finess());
    }
}
