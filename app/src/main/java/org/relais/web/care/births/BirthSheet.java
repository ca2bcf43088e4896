package org.relais.web.care.births;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.relais.care.births.Birth;
import org.relais.care.births.BirthFact;
import org.relais.care.births.BirthFact.Destination;
import org.relais.care.births.BirthFact.Issue;
import org.relais.care.births.BirthLine;
import org.relais.care.identity.Patient;
import org.relais.care.labels.BirthMark;
import org.relais.care.labels.LabelEntry;
import org.relais.care.labels.LabelKind;
import org.relais.care.labels.ReprintReason;
import org.relais.web.care.LabelRooms;
import org.relais.web.care.PatientHead;
import org.relais.web.care.WardNames;
import org.relais.web.care.births.BirthRooms.Choice;
import org.relais.web.care.births.BirthRooms.Opened;
import org.relais.web.care.identity.NewcomerPage.ToldFields;
import org.relais.web.shell.Frame;

/** Makes the page of a newborn. */
final class BirthSheet {
    private final Frame f;
    private final BirthRooms rooms;
    private final WardNames names;

    BirthSheet(Frame f, BirthRooms rooms) {
        this.f = f;
        this.rooms = rooms;
        names = rooms.care().names(f);
    }

    BirthPage page(Opened opened, String problem, ToldFields told) {
        Birth birth = opened.birth();
        Patient mother = opened.mother();
        Birth.Apart apart = birth.apart();
        Birth.Doubt doubt = birth.doubt();
        var place = opened.child().place();
        return new BirthPage(
                head(opened.child()),
                f.t(birth.issue() == Issue.LIVE ? "births.title.LIVE" : "births.title.STILL"),
                f.n(birth.entry()),
                f.t("births.rank", birth.rank(), rooms.many(birth)),
                f.t("births.issue." + birth.issue()),
                f.show().moment(birth.at()),
                mother == null ? null : head(mother),
                !birth.secret(),
                mother == null ? "" : BirthRooms.grouped(birth.matching()),
                siblings(birth),
                bands(opened),
                apart == null
                        ? ""
                        : f.t("births.away." + apart.where()) + " · " + apart.with() + " · "
                                + f.show().dateTime(apart.since()),
                doubt == null
                        ? ""
                        : f.t("births.doubt", doubt.reason(), f.show().dateTime(doubt.since())),
                rooms.lines(opened.whom()).stream().map(this::line).toList(),
                destinations(birth),
                rooms.wards(f, rooms.care().wardAt(place)),
                told,
                problem);
    }

    private PatientHead head(Patient patient) {
        return PatientHead.of(f, patient, names, false);
    }

    private List<BirthPage.Sibling> siblings(Birth birth) {
        return rooms.care().models().query(() -> rooms.book().delivery(birth.delivery())).stream()
                .filter(one -> !one.child().equals(birth.child()))
                .flatMap(one -> rooms.patient(one.child()).stream().map(child -> {
                    PatientHead head = head(child);
                    return new BirthPage.Sibling(
                            head.id(), f.t("births.rank", one.rank(), rooms.many(one)), head.name(), head.number());
                }))
                .toList();
    }

    private BirthPage.Bands bands(Opened opened) {
        Birth birth = opened.birth();
        List<LabelEntry> prints = rooms.labels().prints(opened.whom()).stream()
                .filter(entry -> entry.said().birth() != null)
                .toList();
        BirthMark mark = prints.isEmpty() ? null : prints.getFirst().said().birth();
        boolean again = rooms.labels().book().printed(opened.whom().ids(), LabelKind.NEWBORN_BAND) > 0;
        boolean stale = mark != null
                && (mark.of() != rooms.many(birth)
                        || mark.rank() != birth.rank()
                        || (opened.mother() == null && mark.leadsToMother()));
        return new BirthPage.Bands(
                rooms.desk().banded(birth),
                alike(opened),
                again ? reasons() : List.of(),
                stale,
                prints.stream()
                        .map(entry -> f.show().dateTime(entry.said().occurredAt()) + " · "
                                + rooms.care().staff().apply(entry.by()))
                        .toList(),
                stale ? "" : opens(opened, prints));
    }

    /** Where a print that was just noted opens; empty when there is none. */
    private String opens(Opened opened, List<LabelEntry> prints) {
        return prints.stream()
                .filter(entry -> rooms.now().isBefore(entry.recordedAt().plus(LabelRooms.OPEN)))
                .findFirst()
                .map(entry -> "/births/" + opened.child().id().hex() + "/bands/" + entry.position() + "/bands.pdf")
                .orElse("");
    }

    private List<String> alike(Opened opened) {
        return rooms.alike(opened).stream()
                .map(this::head)
                .map(one -> one.name() + " · " + one.born() + " · " + one.sex() + " · " + one.number())
                .toList();
    }

    private List<Choice> reasons() {
        return Arrays.stream(ReprintReason.values())
                .map(one -> new Choice(one.name(), f.t("labels.reason." + one), false))
                .toList();
    }

    private List<Choice> destinations(Birth birth) {
        return Stream.of(Destination.values())
                .filter(one ->
                        (one == Destination.MORTUARY) == (birth.issue() == Issue.STILL) || one == Destination.ELSEWHERE)
                .map(one -> new Choice(one.name(), f.t("births.away." + one), false))
                .toList();
    }

    private BirthPage.Line line(BirthLine line) {
        BirthFact said = line.said();
        List<String> by = new ArrayList<>(List.of(rooms.care().staff().apply(line.by())));
        if (said.told().delegated()) {
            by.add(f.t(
                    "births.for",
                    said.told().forWhom(),
                    f.t("told.via." + said.told().via())));
        }
        return new BirthPage.Line(
                f.show().moment(said.told().occurredAt()),
                what(said),
                String.join(" · ", by),
                said instanceof BirthFact.Mismatched);
    }

    private String what(BirthFact said) {
        return switch (said) {
            case BirthFact.Born born -> f.t("births.line.born." + born.issue());
            case BirthFact.Banded _ -> f.t("births.line.banded");
            case BirthFact.Separated one ->
                joined(f.t("births.line.separated", f.t("births.away." + one.where()), one.with()), one.ward());
            case BirthFact.Reunited one -> joined(f.t("births.line.reunited", one.with()), one.ward());
            case BirthFact.Mismatched one ->
                f.t("births.line.mismatch", f.t("births.step." + one.step()), f.t("births.wrong." + one.wrong()));
            case BirthFact.AnnulAsked one -> f.t("births.line.annul-asked", one.reason());
            case BirthFact.AnnulDropped _ -> f.t("births.line.annul-dropped");
            case BirthFact.Annulled one -> f.t("births.line.annulled", one.reason());
            case BirthFact.Renamed _ -> f.t("births.line.renamed");
        };
    }

    private String joined(String line, String ward) {
        return ward.isEmpty()
                ? line
                : line + " · " + f.t("births.line.ward", names.of(new org.relais.kernel.WardCode(ward)));
    }
}
