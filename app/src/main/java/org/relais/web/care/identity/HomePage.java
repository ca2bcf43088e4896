package org.relais.web.care.identity;

import java.util.List;
import org.relais.web.care.PatientHead;
import org.relais.web.shell.Moment;

/** Where identities begin. */
public record HomePage(List<IdentityRooms.Choice> wards, List<Waiting> waiting, List<Newcomer> newcomers) {
    /** A provisional link that waits for a second person. */
    public record Waiting(PatientHead head, String record, String other) {}

    /** Somebody registered here. */
    public record Newcomer(PatientHead head, String number, Moment at, String by) {}
}
