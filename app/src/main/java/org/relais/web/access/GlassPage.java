package org.relais.web.access;

import java.util.Arrays;
import java.util.List;
import org.relais.access.GlassReason;
import org.relais.web.shell.Frame;

/**
 * The closed chart: whose it is, and what it takes to open it.
 *
 * @param typed   text as it was sent, or empty
 * @param problem why it was refused, or empty
 */
public record GlassPage(IdentityPage patient, List<Reason> reasons, String typed, String problem) {
    /** A reason to pick. */
    public record Reason(String value, String label, boolean chosen) {}

    static GlassPage of(Frame f, IdentityPage patient, GlassForm form, String problem) {
        List<Reason> reasons = Arrays.stream(GlassReason.values())
                .map(one -> new Reason(
                        one.name(),
                        f.t("access.glass.reason." + one.name()),
                        one.name().equals(form.typedReason())))
                .toList();
        return new GlassPage(patient, reasons, form.typedText(), problem);
    }
}
