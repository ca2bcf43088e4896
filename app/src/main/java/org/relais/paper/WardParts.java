package org.relais.paper;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.relais.care.ClinicalFact.Name;
import org.relais.care.chart.Chart;
import org.relais.care.identity.Patient;
import org.relais.care.wards.Census;
import org.relais.kernel.Language;
import org.relais.kernel.PatientId;

/** The parts of one ward's pack in their order, with the page on which each begins once they were measured. */
final class WardParts {
    private final Kit kit;
    private final PackOptions options;
    private final PackContent content;
    private final String place;
    private final List<Part> parts = new ArrayList<>();
    private final Map<PatientId, Integer> firstPart = new HashMap<>();
    private int[] counts = new int[0];
    private int[] starts = new int[0];

    WardParts(Kit kit, PackOptions options, PackContent content) {
        this.kit = kit;
        this.options = options;
        this.content = content;
        String ward = kit.stamp().language() == Language.FR
                ? content.ward().nameFr()
                : content.ward().nameEn();
        place = kit.stamp().hospital() + " · "
                + (ward.isBlank() ? content.ward().code().value() : ward);
        parts.add(new Part(Sheet.COVER, place, null, false, this::cover));
        parts.add(new Part(
                Sheet.CENSUS_BY_BED, place, null, false, flow -> new CensusPages(flow).byBed(content.census())));
        parts.add(new Part(Sheet.CENSUS_BY_NAME, place, null, false, this::byName));
        patients();
        for (BlankForm form : BlankForm.of(content.ward().kind())) {
            parts.add(form.part(place, null));
        }
    }

    List<Part> parts() {
        return parts;
    }

    PackContent content() {
        return content;
    }

    PackOptions options() {
        return options;
    }

    String place() {
        return place;
    }

    /** Pages of each part; where both sides are printed, parts of notes fill the backs. */
    int[] measure(Press press) {
        counts = press.measure(parts);
        if (options.sides() == Sides.TWO) {
            fillBacks();
        }
        starts = new int[counts.length];
        int page = 1;
        for (int i = 0; i < counts.length; i++) {
            starts[i] = page;
            page += counts[i];
        }
        return counts;
    }

    int pages() {
        int pages = 0;
        for (int count : counts) {
            pages += count;
        }
        return pages;
    }

    /** First page of the first part of that kind, or 0. */
    int start(Sheet sheet) {
        for (int i = 0; i < starts.length; i++) {
            if (parts.get(i).sheet() == sheet) {
                return starts[i];
            }
        }
        return 0;
    }

    private void cover(Flow flow) {
        new CoverPage(this, flow).write();
    }

    private void byName(Flow flow) {
        List<Patient> sorted = CensusPages.sorted(
                content.census().byName(), kit.stamp().language().locale());
        new CensusPages(flow).byName(sorted, "col.page", patient -> Integer.toString(start(patient.id())));
    }

    private int start(PatientId patient) {
        int part = firstPart.getOrDefault(patient, 0);
        return starts.length == 0 ? 0 : starts[part];
    }

    private void patients() {
        Map<PatientId, Chart> charts = new HashMap<>();
        content.charts().forEach(chart -> charts.put(chart.patient().id(), chart));
        List<Patient> patients = new ArrayList<>();
        for (Census.Occupied occupied : content.census().places()) {
            Patient patient = occupied.patient();
            if (patient != null
                    && patients.stream().noneMatch(other -> other.id().equals(patient.id()))) {
                patients.add(patient);
            }
        }
        Map<String, Integer> bearers = new HashMap<>();
        patients.forEach(patient -> bearers.merge(key(patient), 1, Integer::sum));
        for (Patient patient : patients) {
            firstPart.put(patient.id(), parts.size());
            add(charts.getOrDefault(patient.id(), unread(patient)), bearers.getOrDefault(key(patient), 0) > 1);
        }
    }

    private void add(Chart chart, boolean homonym) {
        parts.add(PatientSummary.part(chart, place, homonym));
        parts.add(new Part(
                Sheet.MAR,
                place,
                new Subject(chart.patient(), homonym || !chart.homonyms().isEmpty()),
                true,
                flow -> new MarPages(flow, options.span()).write(chart)));
    }

    private Chart unread(Patient patient) {
        return Chart.bare(patient, kit.stamp().asOf());
    }

    private static String key(Patient patient) {
        Name name = patient.birthName();
        String first = name.given().strip().split(" ")[0];
        return Normalizer.normalize(name.family() + "|" + first, Normalizer.Form.NFD)
                .replaceAll("[^\\p{L}|]", "")
                .toUpperCase(Locale.ROOT);
    }

    private void fillBacks() {
        List<Part> filled = new ArrayList<>();
        List<Integer> pages = new ArrayList<>();
        firstPart.clear();
        int sum = 0;
        for (int i = 0; i < counts.length; i++) {
            Part part = parts.get(i);
            PatientId whose = Whose.patient(part.subject());
            if (whose != null) {
                firstPart.putIfAbsent(whose, filled.size());
            }
            filled.add(part);
            pages.add(counts[i]);
            sum += counts[i];
            boolean last = i + 1 == counts.length || !together(part, parts.get(i + 1));
            if (last && sum % 2 == 1) {
                filled.add(notes(part));
                pages.add(1);
                sum++;
            }
        }
        parts.clear();
        parts.addAll(filled);
        counts = pages.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Whether two parts may share a sheet: both of one patient, or both about no one person. */
    private static boolean together(Part one, Part other) {
        PatientId whose = Whose.patient(one.subject());
        PatientId next = Whose.patient(other.subject());
        return whose == null ? next == null && !one.banded() && !other.banded() : whose.equals(next);
    }

    private Part notes(Part part) {
        return new Part(Sheet.NOTES, place, part.subject(), part.banded(), flow -> new Form(flow).linesToFoot());
    }
}
