package org.relais.web.care.identity;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.relais.care.identity.Patient;
import org.relais.care.identity.Tie;
import org.relais.care.identity.desk.IdentityBook;
import org.relais.care.identity.desk.IdentityFact;
import org.relais.care.identity.desk.IdentityFact.Bond;
import org.relais.care.identity.desk.IdentityFact.Bound;
import org.relais.care.identity.desk.IdentityFact.Corrected;
import org.relais.care.identity.desk.IdentityFact.Guarded;
import org.relais.care.identity.desk.IdentityFact.Left;
import org.relais.care.identity.desk.IdentityFact.Registered;
import org.relais.care.identity.desk.Told;
import org.relais.care.identity.numbers.DowntimeNumber;
import org.relais.journal.Entry;
import org.relais.kernel.Outcome;
import org.relais.kernel.PatientId;
import org.relais.kernel.RecordKey;
import org.relais.kernel.StaffId;
import org.relais.kernel.Who;
import org.relais.web.care.Departed;
import org.relais.web.shell.Frame;

/** What was written about an identity, and why its records are one patient, in words. */
final class IdentityLines {
    private final Frame f;
    private final IdentityRooms rooms;

    IdentityLines(Frame f, IdentityRooms rooms) {
        this.f = f;
        this.rooms = rooms;
    }

    /** A record's number with whose it is. */
    String named(RecordKey key) {
        if (key.authority().equals(DowntimeNumber.AUTHORITY)
                && DowntimeNumber.read(key.localId()) instanceof Outcome.Done<DowntimeNumber>(DowntimeNumber number)) {
            return number.text();
        }
        return key.authority() + "\u00A0" + key.localId();
    }

    List<IdentityPage.Tie> ties(Patient patient) {
        List<IdentityPage.Tie> lines = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Tie tie : rooms.care()
                .models()
                .query(() -> rooms.patients().ties(patient.id()))
                .reversed()) {
            var held = rooms.care().models().query(() -> rooms.book().held(tie.record(), tie.other()));
            boolean provisional = held.map(IdentityBook.Held::bond)
                    .filter(Bond.PROVISIONAL::equals)
                    .isPresent();
            if (seen.add(tie.record() + " " + tie.other())) {
                lines.add(new IdentityPage.Tie(
                        named(tie.record()),
                        named(tie.other()),
                        what(tie, held.isPresent(), provisional),
                        provisional,
                        keys(tie)));
            }
        }
        return lines;
    }

    private String what(Tie tie, boolean byPeople, boolean provisional) {
        if (provisional) {
            return f.t("identity.tie.provisional");
        }
        if (byPeople) {
            return f.t("identity.tie.merged");
        }
        return f.t(tie.merged() ? "identity.tie.feed-merged" : "identity.tie.feed-linked");
    }

    private static IdentityPage.Keys keys(Tie tie) {
        return new IdentityPage.Keys(
                tie.record().authority(),
                tie.record().localId(),
                tie.other().authority(),
                tie.other().localId());
    }

    /** Everything written, the newest first. */
    List<IdentityPage.Line> history(Patient patient) {
        Set<PatientId> ids = rooms.care().models().query(() -> rooms.patients().ids(patient.id()));
        long[] places = rooms.care().models().query(() -> rooms.book().positions(ids));
        List<IdentityPage.Line> lines = new ArrayList<>();
        for (Entry entry : rooms.journal().entries(places).reversed()) {
            IdentityFact.REGISTERED.read(entry).ifPresent(fact -> lines.add(registered(entry, fact)));
            IdentityFact.CORRECTED.read(entry).ifPresent(fact -> lines.add(corrected(entry, fact)));
            IdentityFact.BOUND.read(entry).ifPresent(fact -> lines.add(bound(entry, fact)));
            IdentityFact.GUARDED.read(entry).ifPresent(fact -> lines.add(guarded(entry, fact)));
            IdentityFact.LEFT.read(entry).ifPresent(fact -> lines.add(left(entry, fact)));
            IdentityFact.STAYED
                    .read(entry)
                    .ifPresent(fact -> lines.add(
                            line(entry, fact.told(), f.t("identity.line.departure-annulled"), fact.reason())));
        }
        return lines;
    }

    private IdentityPage.Line registered(Entry entry, Registered fact) {
        String detail = String.join(" · ", person(fact.person()));
        return line(entry, fact.told(), f.t("identity.line." + fact.kind()), detail);
    }

    private List<String> person(IdentityFact.Person person) {
        List<String> parts = new ArrayList<>(List.of(person.family() + " " + person.given()));
        person.codes().forEach(code -> parts.add(f.texts().has("identity." + code) ? f.t("identity." + code) : code));
        if (person.document() != IdentityFact.Document.NONE) {
            parts.add(f.t("document." + person.document()));
        }
        if (!person.features().isBlank()) {
            parts.add(person.features());
        }
        return parts;
    }

    private IdentityPage.Line corrected(Entry entry, Corrected fact) {
        List<String> parts = person(fact.person());
        parts.add(fact.reason());
        return line(entry, fact.told(), f.t("identity.line.corrected"), String.join(" · ", parts));
    }

    private IdentityPage.Line bound(Entry entry, Bound fact) {
        String both = named(fact.record().key()) + " ↔ " + named(fact.other().key());
        String second = fact.second().isEmpty()
                ? ""
                : " · " + f.t("identity.second", rooms.care().staff().apply(new Who.Staff(new StaffId(fact.second()))));
        return line(entry, fact.told(), f.t("identity.line." + fact.bond()), both + " · " + fact.reason() + second);
    }

    private IdentityPage.Line guarded(Entry entry, Guarded fact) {
        String what = f.t(fact.on() ? "identity.line.guarded" : "identity.line.unguarded");
        return line(entry, fact.told(), what, f.t("protection." + fact.kind()) + " · " + fact.reason());
    }

    private IdentityPage.Line left(Entry entry, Left fact) {
        return line(
                entry,
                fact.told(),
                f.t("identity.line.departure"),
                Departed.where(f, fact, rooms.care().names(f)));
    }

    private IdentityPage.Line line(Entry entry, Told told, String what, String detail) {
        String by = rooms.care().staff().apply(entry.who());
        String author = told.delegated()
                ? f.t(
                        "identity.for",
                        by,
                        told.forWhom(),
                        f.t("told.via." + told.via()),
                        f.show().dateTime(entry.recordedAt()))
                : by;
        return new IdentityPage.Line(f.show().moment(told.occurredAt()), what, detail, author);
    }
}
