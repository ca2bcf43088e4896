package org.relais.wiring;

import java.util.List;
import org.relais.care.births.watch.BleedAct;
import org.relais.care.births.watch.BleedFact;
import org.relais.care.births.watch.CtgFact;
import org.relais.care.births.watch.Intervals;
import org.relais.care.births.watch.LoadTaken;
import org.relais.care.births.watch.Phase;
import org.relais.care.births.watch.Reading;
import org.relais.care.births.watch.Signed;
import org.relais.care.births.watch.StopReason;
import org.relais.care.births.watch.WatchDesk;
import org.relais.care.identity.desk.Told;
import org.relais.kernel.PatientId;
import org.relais.kernel.Who;

/** What a midwife writes of one watch and one haemorrhage, one of each kind of fact. */
final class WatchOfADay {
    private static final Who WHO = new Who.Operator();

    private WatchOfADay() {}

    static void written(House house, PatientId mother) {
        Told told = Told.now(house.clock().instant());
        WatchDesk desk = house.watchDesk();
        desk.validate(WHO, new Intervals(12, 4, "Dr Laguerre", told.occurredAt()))
                .orThrow();
        Intervals site = house.models().watch().intervals();
        desk.place(about(house, mother), new CtgFact.Placed(Phase.PUSHING, "Nadège", false, 3, told), site)
                .orThrow();
        desk.review(about(house, mother), new CtgFact.Reviewed(Reading.INTERMEDIATE, "à suivre", told))
                .orThrow();
        desk.take(WHO, new LoadTaken("Nadège", 3, true, "Dr Laguerre", "", told))
                .orThrow();
        desk.stop(about(house, mother), new CtgFact.Stopped(StopReason.BORN, "", told))
                .orThrow();
        desk.start(about(house, mother), new BleedFact.Started(told)).orThrow();
        desk.note(about(house, mother), new BleedFact.Noted(BleedAct.BLOOD_LOSS, 600, "", "", told))
                .orThrow();
        desk.end(about(house, mother), new BleedFact.Ended("", told)).orThrow();
    }

    private static WatchDesk.About about(House house, PatientId mother) {
        house.folded().await(house.data().journal().head(), java.time.Duration.ofMinutes(1));
        List<Signed> before = house.watches().lines(mother);
        return new WatchDesk.About(WHO, mother, before);
    }
}
