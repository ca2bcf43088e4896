package org.relais.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.relais.kernel.Dates;
import org.relais.kernel.Language;
import org.relais.kernel.Outcome;
import org.relais.kernel.Problem;
import org.relais.kernel.WardCode;
import org.relais.upkeep.Act;
import org.relais.upkeep.Alarm;
import org.relais.upkeep.PackMade;
import org.relais.upkeep.PackSettings;
import org.relais.upkeep.StandbyPacks;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Tells how standby packs stand; sets how they are made; makes them now. */
@Command(name = "standby")
final class StandbyCommand extends NodeCommand {
    @Option(names = "--folder", paramLabel = "DIR")
    private @Nullable Path folder;

    @Option(names = "--every", paramLabel = "MIN")
    private @Nullable Integer every;

    @Option(names = "--stale", paramLabel = "MIN")
    private @Nullable Integer stale;

    @Option(names = "--keep", paramLabel = "N")
    private @Nullable Integer keep;

    @Option(names = "--off")
    private boolean off;

    @Option(names = "--make")
    private boolean make;

    StandbyCommand(Stage stage) {
        super(stage);
    }

    @Override
    int run(Rooms rooms, Console console) {
        StandbyPacks packs = rooms.upkeep().packs();
        if (folder != null || every != null || stale != null || keep != null || off) {
            Outcome<?> settled =
                    packs.settle(Act.of(OPERATOR), wanted(packs.log().settings(), console));
            if (settled instanceof Outcome.Refused<?>(Problem problem)) {
                return console.refuse(problem);
            }
        }
        if (make) {
            packs.makeAll();
        }
        List<Alarm> alarms = packs.alarms();
        if (json) {
            console.json(state(packs, rooms.packs().wards(), alarms, console));
        } else {
            tell(rooms, alarms, console);
        }
        return alarms.isEmpty() ? 0 : 1;
    }

    private PackSettings wanted(PackSettings now, Console console) {
        Path there = folder;
        return new PackSettings(
                !off,
                there == null ? now.folder() : console.path(there).toString(),
                every == null ? now.everyMinutes() : every,
                keep == null ? now.keep() : keep,
                stale == null ? now.staleMinutes() : stale,
                console.language() == Language.FR ? "fr" : "en");
    }

    private static Map<String, Object> state(
            StandbyPacks packs, List<WardCode> wards, List<Alarm> alarms, Console console) {
        List<Map<String, Object>> lines = new ArrayList<>();
        for (WardCode ward : wards) {
            Map<String, Object> line = new LinkedHashMap<>();
            Optional<PackMade> last = packs.log().last(ward);
            line.put("ward", ward.value());
            line.put("file", last.map(PackMade::file).orElse(null));
            line.put("asOf", last.map(one -> one.asOf().toString()).orElse(null));
            line.put("readAt", last.map(one -> one.readAt().toString()).orElse(null));
            line.put("pages", last.map(PackMade::pages).orElse(null));
            lines.add(line);
        }
        return Map.of(
                "on",
                packs.log().settings().on(),
                "folder",
                packs.log().settings().folder(),
                "wards",
                lines,
                "alarms",
                AlarmText.json(alarms, console));
    }

    private static void tell(Rooms rooms, List<Alarm> alarms, Console console) {
        Dates dates = console.dates(rooms);
        for (WardCode ward : rooms.packs().wards()) {
            rooms.upkeep()
                    .packs()
                    .log()
                    .last(ward)
                    .ifPresent(one -> console.say(
                            "standby.line", ward.value(), one.file(), one.pages(), dates.dateTime(one.asOf())));
        }
        AlarmText.say(alarms, console);
    }
}
