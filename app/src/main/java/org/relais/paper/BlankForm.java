package org.relais.paper;

import static org.relais.paper.Form.field;

import java.io.OutputStream;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.relais.care.identity.Patient;
import org.relais.care.wards.WardKind;

/** The forms of the wards: blank, or with the patient's identity already on them. */
public enum BlankForm {
    ADMISSION(Sheet.ADMISSION),
    PRESCRIPTION(Sheet.PRESCRIPTION),
    VITALS(Sheet.VITALS),
    HANDOVER(Sheet.HANDOVER),
    LAB_REQUEST(Sheet.LAB_REQUEST),
    IMAGING_REQUEST(Sheet.IMAGING_REQUEST),
    UNKNOWN_PATIENT(Sheet.UNKNOWN_PATIENT),
    PARTOGRAM(Sheet.PARTOGRAM),
    HAEMORRHAGE(Sheet.HAEMORRHAGE),
    NEWBORN(Sheet.NEWBORN);

    private static final Set<BlankForm> MATERNITY = EnumSet.of(PARTOGRAM, HAEMORRHAGE, NEWBORN);

    private final Sheet sheet;

    BlankForm(Sheet sheet) {
        this.sheet = sheet;
    }

    /**
     * @param place ward or hospital, under the title
     * @param patient whose identity it bears, or null
     */
    public List<PrintedPage> print(String place, @Nullable Patient patient, Stamp stamp, OutputStream out) {
        return Job.print(Kit.of(stamp), List.of(partOf(place, patient)), out);
    }

    Part partOf(String place, @Nullable Patient patient) {
        return part(place, patient == null ? null : new Subject(patient, false));
    }

    Part part(String place, @Nullable Whose whose) {
        return new Part(sheet, place, whose, true, this::body);
    }

    private void body(Flow flow) {
        switch (this) {
            case ADMISSION -> admission(flow);
            case PRESCRIPTION -> new MarPages(flow, MarSpan.HOURS_24).writeBlank();
            case VITALS -> vitals(flow);
            case HANDOVER -> handover(flow);
            case LAB_REQUEST -> Requests.laboratory(flow);
            case IMAGING_REQUEST -> Requests.imaging(flow);
            case UNKNOWN_PATIENT -> UnknownForm.body(flow);
            case PARTOGRAM -> PartogramForm.body(flow);
            case HAEMORRHAGE -> BleedSheet.blank(flow);
            case NEWBORN -> NewbornForm.body(flow);
        }
    }

    /** The forms that the pack of such a ward holds. */
    static List<BlankForm> of(WardKind kind) {
        return Arrays.stream(values())
                .filter(form -> kind == WardKind.MATERNITY || !MATERNITY.contains(form))
                .toList();
    }

    Sheet sheet() {
        return sheet;
    }

    private static void admission(Flow flow) {
        Form form = new Form(flow);
        form.section("admission.arrival");
        form.fields(field("form.date-time", 3), field("form.ward", 3), field("form.bed", 2));
        form.fields(field("admission.from", 1));
        form.ticks(
                "admission.mode",
                "admission.mode.alone",
                "admission.mode.ambulance",
                "admission.mode.smur",
                "admission.mode.transfer");
        form.section("admission.identity");
        form.ticks(
                "admission.checked",
                "admission.checked.card",
                "admission.checked.said",
                "admission.checked.other",
                "admission.checked.none");
        form.fields(field("admission.birthplace", 3), field("admission.band", 2));
        form.fields(field("admission.contact", 1));
        form.fields(field("admission.trusted", 1), field("admission.gp", 1));
        form.section("admission.safety");
        form.ticks("admission.allergies", "form.unknown", "admission.allergies.none", "admission.allergies.yes");
        form.fields(field("admission.weight", 1), field("admission.height", 1), field("admission.isolation", 2));
        form.ticks("admission.pregnancy", "form.unknown", "form.no", "admission.pregnancy.term");
        form.fields(field("admission.devices", 1));
        form.fields(field("admission.limits", 1));
        form.section("admission.clinic");
        form.lines("admission.reason", 2);
        form.lines("admission.history", 2);
        form.lines("admission.medication", 3);
        form.fields(field("form.written-by", 3), field("form.date-time", 2), field("form.signature", 2));
    }

    private static void vitals(Flow flow) {
        Kit kit = flow.kit();
        List<String> heads = List.of(
                        "vitals.time",
                        "vitals.bp",
                        "vitals.pulse",
                        "vitals.resp",
                        "vitals.spo2",
                        "vitals.o2",
                        "vitals.temp",
                        "vitals.pain",
                        "vitals.consciousness",
                        "vitals.glucose",
                        "vitals.urine",
                        "vitals.initials")
                .stream()
                .map(kit::say)
                .toList();
        Table table = new Table(flow, heads, 24, 18, 13, 11, 13, 14, 13, 15, 14, 13, 16, 14)
                .grid()
                .rowsAtLeast(Box.WRITING);
        table.head();
        table.blankToFoot();
    }

    private static void handover(Flow flow) {
        Kit kit = flow.kit();
        List<String> heads = List.of(
                kit.say("form.date-time"),
                kit.say("handover.target"),
                kit.say("handover.text"),
                kit.say("handover.who"));
        Table table = new Table(flow, heads, 24, 38, 88, 28).grid().rowsAtLeast(Box.WRITING);
        table.head();
        table.blankToFoot();
    }
}
