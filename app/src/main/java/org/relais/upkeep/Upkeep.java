package org.relais.upkeep;

import java.util.List;
import java.util.stream.Stream;

/** All that a node does by itself, joined. */
public record Upkeep(StandbyPacks packs, Retention retention, Backups backups, LossLog losses, Checkup checkup) {
    /** Does what is due; to be called every half minute or so. */
    public void tick() {
        packs.tick();
        retention.tick();
        backups.tick();
    }

    /** What must be put right now; empty when all is well. */
    public List<Alarm> alarms() {
        return Stream.of(
                        losses.unseen().stream().map(loss -> new Alarm("upkeep.alarm.loss", "", loss.lastAt())),
                        packs.alarms().stream(),
                        backups.alarms().stream())
                .flatMap(alarms -> alarms)
                .toList();
    }
}
