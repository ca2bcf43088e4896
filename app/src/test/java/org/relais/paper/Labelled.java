package org.relais.paper;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.relais.care.ClinicalFact.Name;
import org.relais.care.identity.Patient;
import org.relais.care.labels.BirthMark;
import org.relais.care.labels.LabelKind;
import org.relais.care.labels.LabelsPrinted;
import org.relais.command.CrisisState;
import org.relais.kernel.Language;
import org.relais.kernel.Mode;
import org.relais.kernel.PartialTime;

/** Who bears the bands and labels of tests, and their prints on sheets. */
final class Labelled {
    static final String BABY = "1234567889";
    static final String MOTHER = "1234567986";

    private Labelled() {}

    static Bearer known() {
        return Bearer.of(Samples.joseph()).orElseThrow();
    }

    static Bearer newborn() {
        return newborn(null);
    }

    static Bearer newborn(@Nullable PartialTime death) {
        Patient base = named(Samples.joseph(), "JOSEPH-MONROSE", "Maël");
        Patient baby = new Patient(
                base.id(),
                base.names(),
                Samples.at("2026-11-24T04:12"),
                org.relais.kernel.Sex.MALE,
                "",
                "",
                "",
                List.of(),
                List.of(),
                List.of("PROV"),
                death,
                base.place(),
                base.stay(),
                Samples.id(9),
                List.of(),
                base.lastHeardAt());
        return new Bearer(BABY, Bearer.DOWNTIME, baby, null).born(new BirthMark(2, 2, MOTHER));
    }

    static Patient named(Patient base, String family, String given) {
        return new Patient(
                base.id(),
                List.of(new Name(family, given, "L")),
                base.birth(),
                base.sex(),
                base.birthplace(),
                base.address(),
                base.phone(),
                base.identifiers(),
                base.aliases(),
                base.status(),
                base.death(),
                base.place(),
                base.stay(),
                base.mother(),
                base.conflicts(),
                base.lastHeardAt());
    }

    static LabelPrint print(Bearer bearer, LabelKind kind, int count) {
        return new LabelPrint(bearer, List.of(new LabelsPrinted.Line(kind, count, 1)), false);
    }

    static LabelPrint.Tray tray(SheetFormat format) {
        return new LabelPrint.Tray(format, Calibration.NONE, 0);
    }

    static String text(LabelPrint print, Mode mode) {
        Stamp stamp = Samples.stamp(mode, Language.FR, CrisisState.WATCH);
        return Pdf.of(out -> print.sheets(tray(SheetFormat.OF_24), stamp, out)).text();
    }
}
