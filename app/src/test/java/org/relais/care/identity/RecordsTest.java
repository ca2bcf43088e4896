package org.relais.care.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.relais.care.ClinicalFact.Action;
import org.relais.care.ClinicalFact.Moved;
import org.relais.care.ClinicalFact.Name;
import org.relais.care.ClinicalFact.Trigger;
import org.relais.kernel.Identifier;
import org.relais.kernel.PartialTime;
import org.relais.kernel.PatientId;
import org.relais.kernel.RecordKey;
import org.relais.kernel.Sex;
import org.relais.kernel.WardCode;

/** Records go in as objects, lie as bytes, and come out the same; of a removed one nothing is left. */
final class RecordsTest {
    private static final int MANY = Records.OPEN + 2_000;

    private final Records records = new Records();
    private final List<String> expected = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void whatGoesInComesOut(long seed) throws IOException {
        Random random = new Random(seed);
        fill(random);
        for (int turn = 0; turn < MANY; turn++) {
            int ordinal = random.nextInt(MANY);
            dress(records.changing(ordinal), random);
            expected.set(ordinal, told(records.at(ordinal)));
        }
        check(records, expected);
        byte[] saved = saved(records);
        Records loaded = loaded(saved);
        check(loaded, expected);
        assertThat(saved(loaded)).isEqualTo(saved);
    }

    @Test
    void ofARemovedRecordNothingIsLeft() throws IOException {
        Random random = new Random(4);
        fill(random);
        BitSet gone = new BitSet();
        List<String> left = new ArrayList<>();
        for (int ordinal = 0; ordinal < MANY; ordinal++) {
            if (random.nextInt(3) == 0) {
                gone.set(ordinal);
                records.changing(ordinal).address = "RUE OUBLIEE " + ordinal;
            } else {
                left.add(expected.get(ordinal));
            }
        }
        RecordKey first = records.at(gone.nextSetBit(0)).key;
        PatientId id = records.at(gone.nextSetBit(0)).id;
        records.remove(gone);
        check(records, left);
        assertThat(records.find(first)).isEqualTo(Records.NONE);
        assertThat(records.find(id)).isEqualTo(Records.NONE);
        byte[] forgotten = "OUBLIEE".getBytes(StandardCharsets.UTF_8);
        assertThat(records.memory().anyMatch(page -> contains(page, forgotten))).isFalse();
        assertThat(saved(loaded(saved(records)))).isEqualTo(saved(records));
    }

    @Test
    void keepsARecordLongerThanAPage() throws IOException {
        fill(new Random(5));
        PatientRecord record = records.changing(7);
        record.address = "A".repeat(3 << 20);
        expected.set(7, told(record));
        for (int ordinal = 100; ordinal < MANY; ordinal++) {
            records.changing(ordinal);
        }
        check(records, expected);
        records.changing(7).address = "";
        expected.set(7, told(records.at(7)));
        check(loaded(saved(records)), expected);
    }

    private void fill(Random random) {
        for (int ordinal = 0; ordinal < MANY; ordinal++) {
            RecordKey key = new RecordKey("GAM" + random.nextInt(3), "N" + ordinal);
            assertThat(records.find(key)).isEqualTo(Records.NONE);
            assertThat(records.add(key, own -> id(own))).isEqualTo(ordinal);
            dress(records.changing(ordinal), random);
            expected.add(told(records.at(ordinal)));
        }
    }

    private static PatientId id(RecordKey key) {
        byte[] bytes = new byte[16];
        new Random(key.toString().hashCode()).nextBytes(bytes);
        return new PatientId(HexFormat.of().formatHex(bytes));
    }

    private static void check(Records records, List<String> expected) {
        assertThat(records.size()).isEqualTo(expected.size());
        for (int ordinal = 0; ordinal < expected.size(); ordinal++) {
            PatientRecord record = records.at(ordinal);
            assertThat(told(record)).isEqualTo(expected.get(ordinal));
            assertThat(records.find(record.key)).isEqualTo(ordinal);
            assertThat(records.find(record.id)).isEqualTo(ordinal);
            assertThat(records.lastHeardAt(ordinal)).isEqualTo(record.lastHeardAt);
        }
    }

    private static byte[] saved(Records records) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        records.save(new DataOutputStream(bytes));
        return bytes.toByteArray();
    }

    private static Records loaded(byte[] saved) throws IOException {
        Records records = new Records();
        records.load(new DataInputStream(new ByteArrayInputStream(saved)));
        records.list();
        return records;
    }

    private static boolean contains(byte[] page, byte[] text) {
        return new String(page, StandardCharsets.ISO_8859_1).contains(new String(text, StandardCharsets.ISO_8859_1));
    }

    private static void dress(PatientRecord record, Random random) {
        record.lastHeardAt = random.nextLong(4_000_000_000_000L);
        record.withheld = random.nextBoolean();
        record.names = some(random, 3, () -> new Name(word(random), word(random), random.nextBoolean() ? "L" : "D"));
        record.birth = time(random);
        record.sex = any(random, Sex.values());
        record.birthplace = word(random);
        record.address = word(random);
        record.phone = word(random);
        record.identifiers = some(random, 3, () -> identifier(random));
        record.formerIdentifiers = some(random, 2, () -> identifier(random));
        record.status = some(random, 2, () -> random.nextBoolean() ? "VALI" : "PROV");
        record.mother = random.nextBoolean() ? null : identifier(random);
        record.death = time(random);
        long last = Arrays.stream(record.positions.toArray()).max().orElse(0);
        record.positions.add(last + 1 + random.nextInt(1_000_000));
        if (random.nextBoolean()) {
            record.stated.add(last + 1);
            record.moves.add(move(record.key, random));
        }
    }

    private static Move move(RecordKey own, Random random) {
        return new Move(
                random.nextInt(1_000),
                new Moved(
                        random.nextBoolean() ? own : new RecordKey("LABO", word(random)),
                        word(random),
                        any(random, Trigger.values()),
                        any(random, Action.values()),
                        random.nextBoolean(),
                        random.nextBoolean() ? null : identifier(random),
                        random.nextBoolean() ? null : identifier(random),
                        random.nextBoolean() ? null : new WardCode("MED"),
                        random.nextBoolean() ? null : "Médecine",
                        "101",
                        random.nextBoolean() ? "" : "A",
                        "I",
                        random.nextBoolean() ? null : "Dr X",
                        time(random),
                        time(random)));
    }

    private static Identifier identifier(Random random) {
        return new Identifier(random.nextBoolean() ? "" : "GAM", random.nextBoolean() ? "PI" : "", word(random));
    }

    private static @Nullable PartialTime time(Random random) {
        PartialTime.Precision precision = any(random, PartialTime.Precision.values());
        LocalDateTime day =
                LocalDate.of(1880, 1, 1).plusDays(random.nextInt(60_000)).atStartOfDay();
        return switch (random.nextInt(4)) {
            case 0 -> null;
            case 1 -> new PartialTime(day, precision, null);
            case 2 -> new PartialTime(day.plusSeconds(random.nextInt(86_400)), precision, ZoneOffset.ofHours(-4));
            default -> new PartialTime(day.plusNanos(random.nextLong(86_400_000_000_000L)), precision, ZoneOffset.UTC);
        };
    }

    private static <T> T any(Random random, T[] some) {
        return some[random.nextInt(some.length)];
    }

    private static String word(Random random) {
        return "ÉLODIE D'AŒUX-王 \u0000".substring(random.nextInt(8)).repeat(random.nextInt(3));
    }

    private static <T> List<T> some(Random random, int most, java.util.function.Supplier<T> one) {
        List<T> all = new ArrayList<>();
        for (int left = random.nextInt(most + 1); left > 0; left--) {
            all.add(one.get());
        }
        return List.copyOf(all);
    }

    private static String told(PatientRecord record) {
        return List.of(
                        record.key,
                        record.id,
                        record.lastHeardAt,
                        record.withheld,
                        record.names,
                        String.valueOf(record.birth),
                        record.sex,
                        record.birthplace,
                        record.address,
                        record.phone,
                        record.identifiers,
                        record.formerIdentifiers,
                        record.status,
                        String.valueOf(record.mother),
                        String.valueOf(record.death),
                        Arrays.toString(record.positions.toArray()),
                        record.stated,
                        record.moves)
                .toString();
    }
}
