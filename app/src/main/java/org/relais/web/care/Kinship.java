package org.relais.web.care;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.relais.care.births.Birth;
import org.relais.care.births.BirthBook;
import org.relais.care.identity.Patient;
import org.relais.care.identity.Patients;
import org.relais.care.labels.BirthMark;
import org.relais.journal.ReadModels;
import org.relais.kernel.PatientId;
import org.relais.kernel.RecordKey;
import org.relais.web.shell.Frame;

/** Who is whose mother, as far as it may be shown: nothing links a mother who asked for secrecy to her child. */
public record Kinship(ReadModels models, Patients patients, BirthBook book) {

    /**
     * Her child, or her mother.
     *
     * @param label what they are to one another; of a child its rank and whether it is away
     * @param birth whether it is a child whose birth was written here
     */
    public record Kin(String id, String label, String name, String number, String place, boolean birth) {}

    /** The mother of a patient, unless she asked that nothing link them. */
    public Optional<Patient> mother(Patient child) {
        PatientId mother = child.mother();
        return mother == null
                ? Optional.empty()
                : models.query(() -> patients.withheld(mother) ? Optional.empty() : patients.get(mother));
    }

    /** A child of hers, and how it was born. */
    private record Child(Patient patient, Birth birth) {}

    /** Whether the birth of whoever has one of these records was written here. */
    boolean bornHere(Collection<PatientId> records) {
        return models.query(() -> book.of(records)).isPresent();
    }

    /** What the bands of a newborn say whose birth was written here; nothing of a mother who asked for secrecy. */
    public Optional<BirthMark> mark(Collection<PatientId> records) {
        return models.query(() -> book.of(records))
                .map(birth -> new BirthMark(
                        birth.rank(), models.query(() -> book.many(birth)), hidden(birth) ? null : birth.matching()));
    }

    /** Whether nothing may link this child to its mother: she asked for secrecy, before the birth was written or since. */
    public boolean hidden(Birth birth) {
        RecordKey key = birth.mother();
        return key == null
                || models.query(() -> patients.byRecord(key)
                        .filter(mother -> patients.withheld(mother.id()))
                        .isPresent());
    }

    /** Whether the birth of a child of hers was written here; of a mother who asked for secrecy that is not said. */
    boolean gaveBirth(Patient patient) {
        return !children(patient).isEmpty();
    }

    private List<Child> children(Patient mother) {
        return models.query(() -> {
            if (patients.withheld(mother.id())) {
                return List.of();
            }
            List<Child> children = new ArrayList<>();
            for (Birth birth : book.childrenOf(patients.records(mother.id()))) {
                patients.get(birth.child()).ifPresent(child -> children.add(new Child(child, birth)));
            }
            return children;
        });
    }

    /**
     * A child of hers that lies in the hospital.
     *
     * @param apart whether it was taken from her and is not back
     */
    public record Newborn(Patient patient, boolean apart) {}

    /** Her children that lie in the hospital, by time of birth; of a mother who asked for secrecy nothing is said. */
    public List<Newborn> newborns(Patient mother) {
        return children(mother).stream()
                .filter(child -> child.patient.place() != null)
                .map(child -> new Newborn(child.patient, child.birth.apart() != null))
                .toList();
    }

    /** Her children, and her mother. */
    List<Kin> of(Frame f, Patient patient, WardNames names) {
        List<Kin> kin = new ArrayList<>();
        mother(patient).ifPresent(mother -> kin.add(kin(f, mother, names, f.t("births.kin.mother"))));
        children(patient).forEach(child -> {
            Kin one = kin(f, child.patient, names, label(f, child.birth));
            kin.add(new Kin(one.id, one.label, one.name, one.number, one.place, true));
        });
        return kin;
    }

    private static Kin kin(Frame f, Patient patient, WardNames names, String label) {
        return new Kin(
                patient.id().hex(),
                label,
                PatientHead.name(patient.birthName(), f),
                PatientHead.number(f, patient),
                PatientHead.place(f, patient, names),
                false);
    }

    private static String label(Frame f, Birth birth) {
        String rank = f.t("births.rank", birth.rank(), birth.of());
        Birth.Apart apart = birth.apart();
        String child = birth.issue() == org.relais.care.births.BirthFact.Issue.STILL
                ? f.t("births.kin.still", rank)
                : f.t("births.kin.child", rank);
        String stands = birth.doubt() == null ? child : child + " · " + f.t("births.doubted");
        return apart == null ? stands : stands + " · " + f.t("births.away." + apart.where());
    }

    /** The same, one line each, for a list. */
    List<String> lines(Frame f, Patient patient, WardNames names) {
        return of(f, patient, names).stream()
                .map(kin -> kin.label + "\u00A0: " + kin.name + " · " + kin.place)
                .toList();
    }
}
