package org.relais.paper;

import java.io.OutputStream;
import java.util.List;
import org.relais.care.identity.Patient;

/** Who saw a patient's data, for the patient who asks: every access, the newest first, in words. */
public final class AccessReport {
    private AccessReport() {}

    /**
     * One access.
     *
     * @param who  name and role
     * @param what act and object
     */
    public record Line(String at, String who, String what) {}

    /** @param out stays open */
    public static List<PrintedPage> print(Patient patient, List<Line> lines, Stamp stamp, OutputStream out) {
        Kit kit = Kit.of(stamp);
        Part part = new Part(
                Sheet.ACCESSES, stamp.hospital(), new Subject(patient, false), true, flow -> write(flow, lines));
        return Job.print(kit, List.of(part), out);
    }

    private static void write(Flow flow, List<Line> lines) {
        Kit kit = flow.kit();
        flow.write(Para.bold(kit.words().count("accesses.count", lines.size())), Para.small(kit.say("accesses.note")));
        flow.gap(4);
        if (lines.isEmpty()) {
            return;
        }
        Table table = new Table(
                flow, List.of(kit.say("accesses.at"), kit.say("accesses.who"), kit.say("accesses.what")), 34, 74, 70);
        table.head();
        lines.forEach(line -> table.row(List.of(Cell.text(line.at()), Cell.text(line.who()), Cell.text(line.what()))));
    }
}
