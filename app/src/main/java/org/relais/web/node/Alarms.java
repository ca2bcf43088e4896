package org.relais.web.node;

import java.util.Map;
import org.relais.upkeep.Alarm;
import org.relais.web.shell.Frame;

/** Puts what must be put right into the reader's words. */
final class Alarms {
    private Alarms() {}

    static StandbyPage.AlarmLine line(Frame f, Alarm alarm, Map<String, String> wards) {
        String about = wards.getOrDefault(alarm.about(), alarm.about());
        var since = alarm.since();
        return new StandbyPage.AlarmLine(
                f.t(alarm.key(), about),
                f.t(alarm.key() + ".do", about),
                since == null ? null : f.show().moment(since));
    }
}
