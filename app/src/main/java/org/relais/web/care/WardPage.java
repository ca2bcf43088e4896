package org.relais.web.care;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.relais.access.Right;
import org.relais.care.identity.Patient;
import org.relais.care.wards.Census;
import org.relais.care.wards.Ward;
import org.relais.care.wards.WardKind;
import org.relais.web.shell.Frame;
import org.relais.web.shell.Moment;

/**
 * Who lies in a ward, by bed or by name.
 *
 * @param maternity whether it has delivery rooms to show
 * @param named  false when no structure names this ward
 * @param marks  what stands beside names, by the id of the chart
 * @param byName true for the list by name, false for the list by bed
 */
public record WardPage(
        String code,
        String name,
        String kind,
        boolean maternity,
        boolean named,
        boolean byName,
        List<Row> rows,
        int patients,
        int beds,
        boolean mayPrint,
        boolean mayOpen,
        Shares shares,
        Map<String, Marks.Mark> marks) {

    /**
     * The shared screens of this ward.
     *
     * @param may  whether the reader may share the one before her
     * @param open those that are shared now
     */
    public record Shares(boolean may, List<Share> open) {
        static final Shares NONE = new Shares(false, List.of());
    }

    /** A shared screen: since when, and who answers for it. */
    public record Share(String id, Moment since, String who) {}

    /**
     * A bed, or a patient without one.
     *
     * @param head   who lies there; null for an empty bed
     * @param kin    her children or her mother, and where they are
     * @param shared another patient is said to lie in the same bed
     */
    public record Row(String room, String bed, @Nullable PatientHead head, boolean shared, List<String> kin) {}

    /** Names a line for as long as it is the same place, or the same person where there is no place. */
    public String rowId(Row row) {
        PatientHead head = row.head();
        boolean placed = !byName && !row.bed().isEmpty() && !row.shared();
        String place = byName ? "" : row.room() + "|" + row.bed();
        String text = code + "|" + place + (head == null || placed ? "" : "|" + head.id());
        return "line-" + HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
    }

    static WardPage of(Frame f, Census census, boolean byName) {
        return of(f, census, byName, _ -> List.of());
    }

    /** @param kin children or mother of a patient, one line each */
    static WardPage of(Frame f, Census census, boolean byName, Function<Patient, List<String>> kin) {
        Ward ward = census.ward();
        WardNames names = code -> CareRooms.name(ward, f.language());
        List<Row> rows = byName ? byName(f, census, names, kin) : byBed(f, census, names, kin);
        int patients = census.byName().size();
        return new WardPage(
                ward.code().value(),
                CareRooms.name(ward, f.language()),
                f.t("ward.kind." + ward.kind().name().toLowerCase(Locale.ROOT).replace('_', '-')),
                ward.kind() == WardKind.MATERNITY,
                ward.named(),
                byName,
                rows,
                patients,
                ward.beds().size(),
                f.may(Right.PRINT_CHARTS),
                f.may(Right.SEE_IDENTITY),
                Shares.NONE,
                Map.of());
    }

    /** The same page, for somebody who may or may not print this ward. */
    WardPage printing(boolean may) {
        return new WardPage(
                code, name, kind, maternity, named, byName, rows, patients, beds, may, mayOpen, shares, marks);
    }

    /** The same page, with the shared screens of the ward. */
    WardPage sharing(Shares now) {
        return new WardPage(
                code, name, kind, maternity, named, byName, rows, patients, beds, mayPrint, mayOpen, now, marks);
    }

    /** The same page, with what stands beside names. */
    WardPage marked(Map<String, Marks.Mark> now) {
        return new WardPage(
                code, name, kind, maternity, named, byName, rows, patients, beds, mayPrint, mayOpen, shares, now);
    }

    /** What stands beside a name, or null. */
    public Marks.@Nullable Mark mark(Row row) {
        PatientHead head = row.head();
        return head == null ? null : marks.get(head.id());
    }

    /** The same page as a shared screen shows it. */
    WardPage shared() {
        return new WardPage(
                code, name, kind, maternity, named, byName, rows, patients, beds, false, true, Shares.NONE, marks);
    }

    private static List<Row> byBed(Frame f, Census census, WardNames names, Function<Patient, List<String>> kin) {
        List<Row> rows = new ArrayList<>();
        for (Census.Occupied place : census.places()) {
            Patient patient = place.patient();
            rows.add(new Row(
                    place.room(),
                    place.bed(),
                    patient == null ? null : PatientHead.of(f, patient, names, false),
                    place.shared(),
                    patient == null ? List.of() : kin.apply(patient)));
        }
        return rows;
    }

    private static List<Row> byName(Frame f, Census census, WardNames names, Function<Patient, List<String>> kin) {
        List<Row> rows = new ArrayList<>();
        for (Patient patient : census.byName()) {
            var place = patient.place();
            rows.add(new Row(
                    place == null ? "" : place.room(),
                    place == null ? "" : place.bed(),
                    PatientHead.of(f, patient, names, false),
                    false,
                    kin.apply(patient)));
        }
        return rows;
    }
}
