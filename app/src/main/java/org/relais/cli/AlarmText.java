package org.relais.cli;

import java.util.List;
import java.util.Map;
import org.relais.upkeep.Alarm;

/** What must be put right, on the command line. */
final class AlarmText {
    private AlarmText() {}

    static List<Map<String, String>> json(List<Alarm> alarms, Console console) {
        return alarms.stream()
                .map(alarm -> Map.of(
                        "key",
                        alarm.key(),
                        "about",
                        alarm.about(),
                        "text",
                        console.words().get(alarm.key(), alarm.about()),
                        "todo",
                        console.words().get(alarm.key() + ".do", alarm.about())))
                .toList();
    }

    static void say(List<Alarm> alarms, Console console) {
        for (Alarm alarm : alarms) {
            console.say(
                    "alarm.line",
                    console.words().get(alarm.key(), alarm.about()),
                    console.words().get(alarm.key() + ".do", alarm.about()));
        }
    }
}
