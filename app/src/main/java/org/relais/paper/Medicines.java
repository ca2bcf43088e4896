package org.relais.paper;

import java.util.ArrayList;
import java.util.List;
import org.relais.care.chart.Chart;
import org.relais.care.chart.Rhythm;

/** How a prescription line is said: as received, with its last known administration. */
final class Medicines {
    private final Kit kit;
    private final Data data;

    Medicines(Kit kit) {
        this.kit = kit;
        data = new Data(kit);
    }

    Cell name(Chart.Medication line) {
        return Cell.of(Para.bold(kit.known(line.medication().display())), Para.text(posology(line)));
    }

    String posology(Chart.Medication line) {
        String text = Data.joined(kit.unit(kit.value(line.dose())), line.route(), rhythm(line.frequency()));
        return text.isEmpty() ? kit.say("posology.unknown") : text;
    }

    /** In words where the code is known, and always the code as received. */
    private String rhythm(String code) {
        return Rhythm.of(code)
                .map(rhythm -> kit.words().count("rhythm." + rhythm.key(), rhythm.count()) + " (" + code + ")")
                .orElse(code);
    }

    /** The last administration known, or UNKNOWN in capitals. */
    Cell lastGiven(Chart.Medication line) {
        Chart.Administration given = line.lastGiven();
        if (given == null) {
            return Cell.bold(kit.say("last-given.unknown"));
        }
        List<Para> paras = new ArrayList<>();
        List<Para> provenance = data.provenance(given.givenAt(), given.source());
        String time = provenance.getFirst().runs().getFirst().text();
        String completion = completion(given);
        paras.add(Para.led(Face.BODY, completion.isEmpty() ? "" : completion + " ", time));
        paras.addAll(provenance.subList(1, provenance.size()));
        String by = Data.joined(kit.unit(kit.value(given.amount())), given.givenBy());
        if (!by.isEmpty()) {
            paras.add(Para.small(by));
        }
        return new Cell(paras, Cell.Mark.NONE, false);
    }

    String lastGivenLine(Chart.Medication line) {
        Chart.Administration given = line.lastGiven();
        if (given == null) {
            return kit.say("last-given.unknown");
        }
        return Data.joined(
                completion(given),
                data.inline(given.givenAt(), given.source()),
                kit.unit(kit.value(given.amount())),
                given.givenBy());
    }

    private String completion(Chart.Administration given) {
        return kit.words().sayOr("completion." + given.completion(), given.completion());
    }

    String orderedLine(Chart.Medication line) {
        return Data.joined(data.inline(line.start(), line.source()), line.prescriber());
    }

    Cell ordered(Chart.Medication line) {
        List<Para> paras = new ArrayList<>(data.provenance(line.start(), line.source()));
        if (!line.prescriber().isBlank()) {
            paras.add(Para.small(line.prescriber()));
        }
        return new Cell(paras, Cell.Mark.NONE, false);
    }
}
