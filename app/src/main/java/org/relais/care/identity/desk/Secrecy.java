package org.relais.care.identity.desk;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.relais.care.identity.IdentityHidden;
import org.relais.care.identity.Patient;
import org.relais.care.identity.desk.IdentityFact.Corrected;
import org.relais.care.identity.desk.IdentityFact.Document;
import org.relais.care.identity.desk.IdentityFact.Guarded;
import org.relais.care.identity.desk.IdentityFact.Kind;
import org.relais.care.identity.desk.IdentityFact.Person;
import org.relais.care.identity.desk.IdentityFact.Registered;
import org.relais.care.identity.numbers.DowntimeNumber;
import org.relais.care.identity.rniv.CodeName;
import org.relais.care.identity.rniv.IdentityAttribute;
import org.relais.care.identity.rniv.IdentityState;
import org.relais.care.identity.rniv.IdentityStatus;
import org.relais.journal.Draft;
import org.relais.journal.Entry;
import org.relais.journal.Journal;
import org.relais.journal.Journal.Forgetting;
import org.relais.journal.ReadModels;
import org.relais.journal.Receipt;
import org.relais.kernel.Outcome;
import org.relais.kernel.PatientId;
import org.relais.kernel.Sex;
import org.relais.kernel.Who;

/**
 * Secrecy that a mother asks for after she was registered (CASF L.222-6): what desks wrote of who she is loses its payload
 * for ever, the chain of the journal holds, and a code-name stands under the same downtime number. What was noted of her
 * care stays with her. She bears the code-name before anything goes, so that a node that stops half way finds her by it.
 */
final class Secrecy {
    private static final Duration FOLDED = Duration.ofSeconds(2);

    private final Journal journal;
    private final ReadModels models;
    private final IdentityDesk.Rooms rooms;

    Secrecy(Journal journal, ReadModels models, IdentityDesk.Rooms rooms) {
        this.journal = journal;
        this.models = models;
        this.rooms = rooms;
    }

    /** The number of somebody whom nothing but a downtime number names: hers is this node's to hide. */
    Optional<DowntimeNumber> hides(Guarded asked) {
        boolean wanted = asked.on() && asked.kind().withheld();
        if (!wanted || !asked.record().authority().equals(DowntimeNumber.AUTHORITY)) {
            return Optional.empty();
        }
        boolean alone = models.query(() -> rooms.patients()
                .byRecord(asked.record().key())
                .filter(patient -> rooms.patients().records(patient.id()).size() == 1)
                .isPresent());
        return alone
                        && DowntimeNumber.read(asked.record().localId())
                                instanceof Outcome.Done<DowntimeNumber>(var number)
                ? Optional.of(number)
                : Optional.empty();
    }

    /** What is to be hidden of whom. */
    record Hiding(DowntimeNumber number, PatientId id, CodeName name) {}

    Receipt hide(Who who, Guarded asked, Hiding hiding) {
        Optional<Patient> before = models.query(() -> rooms.patients().get(hiding.id));
        Sex sex = before.map(Patient::sex).orElse(Sex.UNKNOWN);
        String ward = before.flatMap(patient -> Optional.ofNullable(patient.place()))
                .map(place -> place.ward().value())
                .orElse("");
        Person person = fictitious(hiding.name, sex);
        String digits = hiding.number.digits();
        String id = hiding.id.hex();
        List<Long> going = written(hiding.id);
        append(List.of(
                IdentityFact.CORRECTED
                        .draft(who, new Corrected(digits, person, asked.reason(), asked.told()))
                        .about(id),
                IdentityFact.GUARDED.draft(who, asked).about(id)));
        AtomicReference<Receipt> last = new AtomicReference<>();
        journal.forgetAll(
                going,
                new Forgetting(who, "secrecy asked"),
                () -> last.set(append(List.of(
                        IdentityHidden.TYPE
                                .draft(who, IdentityHidden.of(hiding.number.key()))
                                .about(id),
                        IdentityFact.REGISTERED
                                .draft(who, new Registered(digits, Kind.UNKNOWN, person, ward, asked.told()))
                                .about(id)))));
        return Objects.requireNonNull(last.get());
    }

    private List<Long> written(PatientId id) {
        long[] places = models.query(() -> rooms.book().positions(Set.of(id)));
        return journal.entries(places).stream()
                .filter(entry -> entry.type().equals(IdentityFact.REGISTERED.name())
                        || entry.type().equals(IdentityFact.CORRECTED.name()))
                .map(Entry::position)
                .toList();
    }

    private Receipt append(List<Draft> drafts) {
        Receipt last = journal.append(drafts).join().getLast();
        models.await(last.position(), FOLDED);
        return last;
    }

    private static Person fictitious(CodeName name, Sex sex) {
        return new Person(
                name.family(),
                name.given(),
                "",
                sex.name(),
                "",
                "",
                IdentityState.of(IdentityStatus.PROV, IdentityAttribute.FICT).codes(),
                Document.NONE,
                "",
                "",
                "",
                "");
    }
}
