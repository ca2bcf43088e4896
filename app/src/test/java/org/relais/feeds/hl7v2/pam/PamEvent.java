package org.relais.feeds.hl7v2.pam;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import org.relais.testkit.Hl7;

/**
 * One thing an invented admission desk says, and how it writes it (IHE PAM France 2.11). Empty means not said.
 *
 * @param code     trigger event, {@code A01} to {@code Z99}
 * @param ipp      PID-3
 * @param other    MRG-1, or the second PID-3 of A24 and A37
 * @param mother   PID-21
 * @param visit    PV1-19; MRG-5 for A45
 * @param account  PID-18; MRG-3 for A44
 * @param movement ZBE-1; empty with no action: no ZBE
 * @param action   ZBE-4
 * @param historic ZBE-5 is Y
 * @param original ZBE-6
 * @param at       when it happened: ZBE-2, else EVN-6
 * @param place    {@code WARD/ROOM/BED}: ZBE-7 and PV1-3
 * @param kind     PV1-2
 */
record PamEvent(
        String code,
        String ipp,
        String other,
        String mother,
        String visit,
        String account,
        String movement,
        String action,
        boolean historic,
        String original,
        LocalDateTime at,
        String place,
        String kind) {
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");
    static final String AUTHORITY = "IPP-POINTE";

    /** The message, under a control id. */
    byte[] hl7(String controlId) {
        String type = "ADT^" + code + "^ADT_A01";
        StringBuilder text = new StringBuilder();
        line(text, Hl7.header(type, controlId));
        line(text, "EVN||20261123060000||||" + SECOND.format(at));
        line(text, pid(ipp));
        switch (code) {
            case "A24", "A37" -> line(text, pid(other));
            case "A40", "A47" -> line(text, "MRG|" + cx(other));
            case "A44" -> line(text, "MRG|" + cx(other) + "||" + account + "^^^NDA^AN");
            case "A45" -> line(text, "MRG|" + cx(other) + "||||" + visit + "^^^GAM^VN");
            case "A28", "A31" -> {
                // about the person alone
            }
            default -> stay(text);
        }
        return Hl7.utf8(text.toString());
    }

    private void stay(StringBuilder text) {
        String[] parts = (place + "//").split("/", -1);
        String lies = place.isEmpty() ? "" : parts[0] + "^" + parts[1] + "^" + parts[2] + "^POINTE";
        line(text, "PV1|1|" + kind + "|" + lies + "||||1001^RÉMY^Paul|||||||||||" + "|" + visited());
        if (!movement.isEmpty() || !action.isEmpty()) {
            String unit = place.isEmpty() ? "" : "Unité^^^^^^UF^^^" + parts[0];
            String historicly = historic ? "Y" : "N";
            line(
                    text,
                    String.join(
                            "|",
                            "ZBE",
                            movement.isEmpty() ? "" : movement + "^GAM",
                            SECOND.format(at),
                            "",
                            action,
                            historicly,
                            original,
                            unit,
                            "",
                            "HMS"));
        }
    }

    private String visited() {
        return visit.isEmpty() ? "" : visit + "^^^GAM^VN";
    }

    private static String cx(String number) {
        return number + "^^^" + AUTHORITY + "^PI";
    }

    private String pid(String number) {
        String child = mother.isEmpty() ? "" : cx(mother);
        String own = account.isEmpty() || code.equals("A44") ? "" : account + "^^^NDA^AN";
        return "PID|1||" + cx(number) + "||NOM" + number + "^Prénom^^^^^L||19900412|F||||||||||" + own + "|||" + child;
    }

    private static void line(StringBuilder text, String segment) {
        text.append(segment).append('\r');
    }

    boolean links() {
        return switch (code) {
            case "A24", "A37", "A40", "A44", "A45", "A47" -> true;
            default -> false;
        };
    }
}
