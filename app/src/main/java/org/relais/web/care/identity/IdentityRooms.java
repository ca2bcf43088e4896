package org.relais.web.care.identity;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.relais.access.Account;
import org.relais.access.Countersign;
import org.relais.care.births.BirthDesk;
import org.relais.care.identity.Lookalike;
import org.relais.care.identity.Patient;
import org.relais.care.identity.Patients;
import org.relais.care.identity.desk.IdentityBook;
import org.relais.care.identity.desk.IdentityDesk;
import org.relais.care.identity.desk.IdentityDesk.Reasoned;
import org.relais.care.identity.desk.Told;
import org.relais.care.identity.numbers.DowntimeNumber;
import org.relais.care.wards.Ward;
import org.relais.journal.Journal;
import org.relais.journal.Receipt;
import org.relais.kernel.Outcome;
import org.relais.kernel.PatientId;
import org.relais.kernel.Problem;
import org.relais.kernel.RecordKey;
import org.relais.web.care.CareRooms;
import org.relais.web.care.PatientHead;
import org.relais.web.shell.Frame;

/** The rooms that the pages of identities ask. */
public record IdentityRooms(
        CareRooms care,
        IdentityDesk desk,
        BirthDesk births,
        IdentityBook book,
        Countersign countersign,
        Journal journal) {
    private static final Duration FOLDED = Duration.ofSeconds(2);

    /** Refuses a form that was opened for another patient than the page it is sent to. */
    static void about(String id, @Nullable String patient) {
        if (!id.equals(patient)) {
            throw Problem.of(Problem.Category.CONFLICT, "refused.identity.other-patient")
                    .asException();
        }
    }

    static <T> Outcome<T> refused(String key) {
        return Outcome.refused(Problem.of(Problem.Category.INCORRECT, key));
    }

    /** Now, where the hospital is. */
    LocalDate today() {
        return LocalDate.ofInstant(care.clock().instant(), zone());
    }

    private ZoneId zone() {
        return care.models().query(() -> care.wards().hospital().zoneId());
    }

    /** Whose act it is and when it was done. */
    Outcome<Told> told(ToldForm form) {
        return form.told(care.clock().instant(), zone());
    }

    /** Why an act is done, whose it is and when it was done. */
    Outcome<Reasoned> why(ToldForm form, @Nullable String reason) {
        return told(form).then(told -> Outcome.done(new Reasoned(ToldForm.text(reason), told)));
    }

    /** Waits a little until pages show what was written. */
    void folded(Receipt receipt) {
        care.models().await(receipt.position(), FOLDED);
    }

    /** A ward to choose. */
    public record Choice(String value, String label, boolean chosen) {}

    Patients patients() {
        return care.wards().patients();
    }

    /** A patient, once the trace that her identity was seen is on disk. */
    Patient opened(Account account, String id) {
        Patient patient = known(id);
        care.trace().opened(account.who(), patient.id(), "identity");
        return patient;
    }

    /** The head of a patient, with who could be taken for her. */
    PatientHead head(Frame f, Patient patient) {
        List<Lookalike> alike = care.models().query(() -> patients().homonyms(patient.id()));
        return PatientHead.of(f, patient, care.names(f), alike);
    }

    Patient known(String id) {
        return care.models()
                .query(() -> patients().get(new PatientId(id)))
                .orElseThrow(() ->
                        Problem.of(Problem.Category.NOT_FOUND, "web.no-patient").asException());
    }

    /** The downtime numbers among a patient's records, the lowest first. */
    List<DowntimeNumber> numbers(PatientId id) {
        return care.models().query(() -> patients().records(id)).stream()
                .filter(key -> key.authority().equals(DowntimeNumber.AUTHORITY))
                .map(key -> DowntimeNumber.read(key.localId()).orThrow())
                .sorted(Comparator.comparing(DowntimeNumber::digits))
                .toList();
    }

    /** Wards to choose from; the account's own is chosen when it has only one, unless another was. */
    List<Choice> wards(Frame f, Account account, String chosen) {
        List<Choice> choices = new ArrayList<>();
        Set<String> own =
                Set.copyOf(account.wards().stream().map(ward -> ward.value()).toList());
        for (Ward ward : care.models().query(care.wards()::wards)) {
            String code = ward.code().value();
            boolean marked = chosen.isEmpty() ? own.size() == 1 && own.contains(code) : chosen.equals(code);
            choices.add(new Choice(code, CareRooms.name(ward, f.language()), marked));
        }
        return choices;
    }

    /** Which record stands and which is absorbed when two charts become one: a downtime number gives way. */
    IdentityDesk.Pair pair(PatientId one, PatientId other) {
        Set<RecordKey> ones = care.models().query(() -> patients().records(one));
        Set<RecordKey> others = care.models().query(() -> patients().records(other));
        Comparator<RecordKey> order = Comparator.comparing(
                        (RecordKey key) -> key.authority().equals(DowntimeNumber.AUTHORITY))
                .thenComparing(RecordKey::authority)
                .thenComparing(RecordKey::localId);
        RecordKey lastOfOne = ones.stream().max(order).orElseThrow();
        RecordKey lastOfOther = others.stream().max(order).orElseThrow();
        return order.compare(lastOfOne, lastOfOther) >= 0
                ? new IdentityDesk.Pair(others.stream().min(order).orElseThrow(), lastOfOne)
                : new IdentityDesk.Pair(ones.stream().min(order).orElseThrow(), lastOfOther);
    }
}
