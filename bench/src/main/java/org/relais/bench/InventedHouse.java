package org.relais.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.relais.bench.Population.Invented;
import org.relais.care.ClinicalFact;
import org.relais.care.ClinicalFact.Action;
import org.relais.care.ClinicalFact.IdentityStated;
import org.relais.care.ClinicalFact.Linked;
import org.relais.care.ClinicalFact.Moved;
import org.relais.care.ClinicalFact.Name;
import org.relais.care.ClinicalFact.Trigger;
import org.relais.care.Interpretation;
import org.relais.care.Interpreter;
import org.relais.care.identity.Patients;
import org.relais.journal.DataDirectory;
import org.relais.journal.Entry;
import org.relais.journal.EntryKey;
import org.relais.journal.ReadModels;
import org.relais.kernel.Identifier;
import org.relais.kernel.Mode;
import org.relais.kernel.NodeId;
import org.relais.kernel.PartialTime;
import org.relais.kernel.RecordKey;
import org.relais.kernel.Sex;
import org.relais.kernel.WardCode;
import org.relais.kernel.Who;

/**
 * A data directory whose snapshot knows so many invented people, as if each had been told by a message: traits, two numbers,
 * address, telephone; one in three with a stay that is over, 900 of them lying there now, one in two hundred linked to the
 * record before. The messages themselves are left out: only what is made from them is measured.
 */
final class InventedHouse implements AutoCloseable {
    private static final char[] PASSPHRASE = "only for a measurement".toCharArray();
    private static final String TYPE = "bench.invented";
    private static final EntryKey KEY = new EntryKey(new NodeId("00112233445566778899aabbccddeeff"), "bench", 1);
    private static final Instant HEARD = Instant.parse("2026-11-20T06:00:00Z");
    private static final LocalDateTime ADMITTED = LocalDateTime.parse("2026-11-01T08:00");
    private static final int SPREAD_MINUTES = 20_000;
    /** After the last admission: a stay that is over is over. */
    private static final LocalDateTime DISCHARGED = ADMITTED.plusMinutes(SPREAD_MINUTES);

    private static final int PRESENT = 900;

    final Patients patients;
    final ReadModels models;
    private final DataDirectory data;

    private InventedHouse(DataDirectory data, Patients patients) {
        this.data = data;
        this.patients = patients;
        this.models =
                ReadModels.start(data.journal(), List.of(patients), data.path().resolve("snapshots"));
    }

    /** Folds everybody, and leaves a snapshot. @return seconds of folding, and of writing the snapshot */
    static double[] fill(Path path, long seed, int people) {
        DataDirectory data = DataDirectory.create(path, Mode.DEMO, PASSPHRASE.clone(), InstantSource.system());
        Patients patients = patients(data, new Told(new Population(seed), people));
        long began = System.nanoTime();
        for (int number = 0; number < people; number++) {
            patients.apply(entry(number));
        }
        long folded = System.nanoTime();
        InventedHouse house = new InventedHouse(data, patients);
        house.ready();
        long ready = System.nanoTime();
        house.close();
        return new double[] {(folded - began) / 1e9, (System.nanoTime() - ready) / 1e9};
    }

    /** Opens what {@link #fill} left; ready when this returns. */
    static InventedHouse open(Path path, long seed, int people) {
        DataDirectory data = DataDirectory.open(path, PASSPHRASE.clone(), InstantSource.system());
        InventedHouse house = new InventedHouse(data, patients(data, new Told(new Population(seed), people)));
        house.ready();
        return house;
    }

    private static Patients patients(DataDirectory data, Told told) {
        return new Patients(
                data.journal().pseudonyms(), told, () -> ZoneId.of("Europe/Paris"), InstantSource.fixed(HEARD));
    }

    private void ready() {
        models.await(data.journal().head(), Duration.ofMinutes(10));
        if (!models.failures().isEmpty() || !models.ready()) {
            throw new IllegalStateException("not ready: " + models.failures());
        }
    }

    private static Entry entry(int number) {
        return new Entry(number + 1L, KEY, HEARD, TYPE, 1, new Who.Operator(), null, new byte[0], List.of());
    }

    @Override
    public void close() {
        models.close();
        data.close();
    }

    /** Reads an entry as what a message about the person of its position would say. */
    private record Told(Population population, int people) implements Interpreter {
        @Override
        public Optional<Interpretation> interpret(Entry entry, Depth depth) {
            if (!entry.type().equals(TYPE)) {
                return Optional.empty();
            }
            Invented person = population.person((int) entry.position() - 1);
            SplittableRandom random = new SplittableRandom(person.number());
            RecordKey key = key(person);
            List<ClinicalFact> facts = new ArrayList<>();
            facts.add(identity(person, key, random));
            if (person.number() % Math.max(1, people / PRESENT) == 0) {
                facts.add(move(person, key, Trigger.ADMIT, random));
            } else if (random.nextInt(3) == 0) {
                facts.add(move(person, key, Trigger.ADMIT, random));
                facts.add(move(person, key, Trigger.DISCHARGE, random));
            }
            if (person.number() > 0 && person.number() % 200 == 0) {
                facts.add(new Linked(key, key(population.person(person.number() - 1)), true));
            }
            return Optional.of(new Interpretation(facts, "GAM BENCH", "ADT^A01", null, List.of(), List.of()));
        }

        @Override
        public int version() {
            return 1;
        }

        private static RecordKey key(Invented person) {
            return new RecordKey("GAM", person.ipp());
        }

        private static IdentityStated identity(Invented person, RecordKey key, SplittableRandom random) {
            List<Name> names = new ArrayList<>();
            names.add(new Name(person.birthName(), person.given(), "L"));
            if (!person.used().isEmpty()) {
                names.add(new Name(person.used(), person.given(), "D"));
            }
            return new IdentityStated(
                    key,
                    List.of(
                            new Identifier("GAM", "PI", person.ipp()),
                            new Identifier("1.2.250.1.213.1.4.8", "INS", person.ins())),
                    names,
                    PartialTime.ofDay(person.birth()),
                    person.used().isEmpty() ? Sex.MALE : Sex.FEMALE,
                    "97" + (100 + random.nextInt(800)),
                    (1 + random.nextInt(200)) + " RUE " + person.birthName() + " 972" + (10 + random.nextInt(80))
                            + " FORT-DE-FRANCE",
                    "0696" + (100_000 + random.nextInt(899_999)),
                    List.of("VALI"),
                    null,
                    null,
                    null,
                    null);
        }

        private static Moved move(Invented person, RecordKey key, Trigger trigger, SplittableRandom random) {
            @Nullable WardCode ward = trigger == Trigger.ADMIT ? new WardCode("W" + random.nextInt(30)) : null;
            LocalDateTime at =
                    (trigger == Trigger.ADMIT ? ADMITTED : DISCHARGED).plusMinutes(random.nextInt(SPREAD_MINUTES));
            return new Moved(
                    key,
                    "",
                    trigger,
                    Action.INSERT,
                    false,
                    new Identifier("GAM", "VN", "V" + person.number()),
                    null,
                    ward,
                    null,
                    ward == null ? "" : String.valueOf(random.nextInt(20)),
                    "",
                    "I",
                    null,
                    new PartialTime(at, PartialTime.Precision.MINUTE, null),
                    null);
        }
    }
}
