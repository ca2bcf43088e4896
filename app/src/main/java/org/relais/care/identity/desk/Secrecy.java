package org.relais.care.identity.desk;

import java.time.Duration;
import java.util.ArrayList;
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
import org.relais.kernel.PartialTime;
import org.relais.kernel.PatientId;
import org.relais.kernel.RecordKey;
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
        return models.query(() -> rooms.patients().byRecord(asked.record().key()))
                .flatMap(this::alone);
    }

    /** The downtime number of somebody whom nothing else names. */
    private Optional<DowntimeNumber> alone(Patient patient) {
        Set<RecordKey> records = models.query(() -> rooms.patients().records(patient.id()));
        return records.size() == 1
                        && records.iterator().next().authority().equals(DowntimeNumber.AUTHORITY)
                        && DowntimeNumber.read(records.iterator().next().localId())
                                instanceof Outcome.Done<DowntimeNumber>(var number)
                ? Optional.of(number)
                : Optional.empty();
    }

    /** What is to be hidden of whom. */
    record Hiding(DowntimeNumber number, PatientId id, CodeName name) {}

    Receipt hide(Who who, Guarded asked, Hiding hiding) {
        Optional<Patient> before = models.query(() -> rooms.patients().get(hiding.id));
        Person person = fictitious(hiding.name, before.map(Patient::sex).orElse(Sex.UNKNOWN));
        Anew anew = new Anew(hiding.number, hiding.id, Kind.UNKNOWN, person, ward(before));
        return say(who, asked, anew, List.of(IdentityFact.GUARDED.draft(who, asked)));
    }

    /** Her newborn loses her name, keeps its given name and bears a code-name: unless the hospital speaks of it too. */
    Optional<Receipt> hide(Who who, Guarded asked, PatientId newborn, CodeName name) {
        Optional<Patient> before = models.query(() -> rooms.patients().get(newborn));
        return before.flatMap(child -> alone(child).map(number -> {
            Person person = renamed(child, name);
            Anew anew = new Anew(number, child.id(), Kind.NEWCOMER, person, ward(before));
            return say(who, asked, anew, List.of());
        }));
    }

    /** What is said of somebody in place of what goes. */
    private record Anew(DowntimeNumber number, PatientId id, Kind kind, Person person, String ward) {}

    /** @param more is written in the same breath, before anything goes */
    private Receipt say(Who who, Guarded asked, Anew anew, List<Draft> more) {
        String digits = anew.number.digits();
        String id = anew.id.hex();
        List<Long> going = written(anew.id);
        List<Draft> first = new ArrayList<>(List.of(IdentityFact.CORRECTED
                .draft(who, new Corrected(digits, anew.person, asked.reason(), asked.told()))
                .about(id)));
        more.forEach(draft -> first.add(draft.about(id)));
        append(first);
        List<Draft> last = List.of(
                IdentityHidden.TYPE
                        .draft(who, IdentityHidden.of(anew.number.key()))
                        .about(id),
                IdentityFact.REGISTERED
                        .draft(who, new Registered(digits, anew.kind, anew.person, anew.ward, asked.told()))
                        .about(id));
        AtomicReference<Receipt> receipt = new AtomicReference<>();
        journal.forgetAll(going, new Forgetting(who, "secrecy asked"), () -> receipt.set(append(last)));
        return Objects.requireNonNull(receipt.get());
    }

    private static String ward(Optional<Patient> before) {
        return before.flatMap(patient -> Optional.ofNullable(patient.place()))
                .map(place -> place.ward().value())
                .orElse("");
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

    private static Person renamed(Patient child, CodeName name) {
        PartialTime birth = child.birth();
        return new Person(
                name.family(),
                child.birthName().given(),
                birth == null ? "" : birth.local().toLocalDate().toString(),
                child.sex().name(),
                child.birthplace(),
                "",
                IdentityState.of(IdentityStatus.PROV).codes(),
                Document.NONE,
                "",
                "",
                "",
                "");
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
