package org.relais.web.care;

import org.relais.care.identity.desk.IdentityFact.Left;
import org.relais.kernel.WardCode;
import org.relais.web.shell.Frame;

/** A departure in words. */
public final class Departed {
    private Departed() {}

    /** Where somebody went, and when. */
    public static String of(Frame f, Left left, WardNames wards) {
        return where(f, left, wards) + " · " + f.show().dateTime(left.told().occurredAt());
    }

    /** Where somebody went. */
    public static String where(Frame f, Left left, WardNames wards) {
        String ward = left.ward().isEmpty() ? "" : wards.of(new WardCode(left.ward()));
        return ChartSheet.joined(f.t("departure.where." + left.where()), ward, left.place());
    }
}
