package org.relais.care.identity;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.relais.care.ClinicalFact.Action;
import org.relais.care.ClinicalFact.Moved;
import org.relais.care.ClinicalFact.Name;
import org.relais.care.ClinicalFact.Trigger;
import org.relais.care.identity.pages.ByteReader;
import org.relais.care.identity.pages.ByteWriter;
import org.relais.kernel.Identifier;
import org.relais.kernel.PartialTime;
import org.relais.kernel.PatientId;
import org.relais.kernel.RecordKey;
import org.relais.kernel.Sex;
import org.relais.kernel.WardCode;

/**
 * The byte form of one record, in memory and in the snapshot: pseudonym (16 bytes), when she was last heard of (8 bytes),
 * key, traits, numbers, positions and movements. Texts that many records share, and choices by their names, are
 * {@link Codes}; a time is a byte that tells its precision and what follows, the epoch day, the time of the day, the offset.
 */
record RecordForm(Codes codes) {
    /** Where the moment she was last heard of stands. */
    static final int HEARD = 16;

    /** Where the key stands. */
    static final int KEY = 24;

    private static final int PRECISION = 0x07;
    private static final int TIMED = 0x08;
    private static final int FINE = 0x10;
    private static final int ZONED = 0x20;
    private static final int HISTORIC = 1;
    private static final int OWN_KEY = 2;
    private static final int WITHHELD = 1;
    private static final int DECEASED = 2;
    private static final int BABY = 4;

    void write(PatientRecord record, ByteWriter out) {
        out.raw(HexFormat.of().parseHex(record.id.hex()));
        out.fixed((int) (record.lastHeardAt >>> 32));
        out.fixed((int) record.lastHeardAt);
        key(record.key, out);
        out.octet((record.withheld ? WITHHELD : 0)
                | (record.death == null ? 0 : DECEASED)
                | (record.mother == null ? 0 : BABY));
        out.number(record.names.size());
        for (Name name : record.names) {
            out.text(name.family());
            out.text(name.given());
            out.number(codes.of(name.use()));
        }
        time(record.birth, out);
        out.number(codes.of(record.sex.name()));
        out.text(record.birthplace);
        out.text(record.address);
        out.text(record.phone);
        identifiers(record.identifiers, out);
        identifiers(record.formerIdentifiers, out);
        out.number(record.status.size());
        record.status.forEach(code -> out.number(codes.of(code)));
        if (record.mother != null) {
            identifier(record.mother, out);
        }
        if (record.death != null) {
            time(record.death, out);
        }
        positions(record.positions.toArray(), out);
        positions(record.stated.stream().mapToLong(Long::longValue).toArray(), out);
        out.number(record.moves.size());
        record.moves.forEach(move -> move(move, record.key, out));
    }

    PatientRecord read(ByteReader in) {
        PatientId id = new PatientId(HexFormat.of().formatHex(in.raw(HEARD)));
        long heard = (long) in.fixed() << 32 | (in.fixed() & 0xFFFF_FFFFL);
        PatientRecord record = new PatientRecord(key(in), id);
        record.lastHeardAt = heard;
        int flags = in.octet();
        record.withheld = (flags & WITHHELD) != 0;
        List<Name> names = new ArrayList<>(2);
        for (int left = in.count(); left > 0; left--) {
            names.add(new Name(in.text(), in.text(), code(in)));
        }
        record.names = List.copyOf(names);
        record.birth = time(in);
        record.sex = Sex.valueOf(code(in));
        record.birthplace = in.text();
        record.address = in.text();
        record.phone = in.text();
        record.identifiers = identifiers(in);
        record.formerIdentifiers = identifiers(in);
        List<String> status = new ArrayList<>(2);
        for (int left = in.count(); left > 0; left--) {
            status.add(code(in));
        }
        record.status = List.copyOf(status);
        record.mother = (flags & BABY) == 0 ? null : identifier(in);
        record.death = (flags & DECEASED) == 0 ? null : time(in);
        positions(in, record.positions::add);
        positions(in, record.stated::add);
        for (int left = in.count(); left > 0; left--) {
            record.moves.add(move(record.key, in));
        }
        return record;
    }

    void key(RecordKey key, ByteWriter out) {
        out.number(codes.of(key.authority()));
        out.text(key.localId());
    }

    RecordKey key(ByteReader in) {
        return new RecordKey(code(in), in.text());
    }

    private String code(ByteReader in) {
        return Objects.requireNonNull(codes.text(in.count()));
    }

    private static void positions(long[] positions, ByteWriter out) {
        out.number(positions.length);
        long before = 0;
        for (long position : positions) {
            out.number(position - before);
            before = position;
        }
    }

    private static void positions(ByteReader in, LongConsumer taken) {
        long position = 0;
        for (int left = in.count(); left > 0; left--) {
            position += in.number();
            taken.accept(position);
        }
    }

    private void identifiers(List<Identifier> some, ByteWriter out) {
        out.number(some.size());
        some.forEach(one -> identifier(one, out));
    }

    private List<Identifier> identifiers(ByteReader in) {
        List<Identifier> some = new ArrayList<>(3);
        for (int left = in.count(); left > 0; left--) {
            some.add(Objects.requireNonNull(identifier(in)));
        }
        return List.copyOf(some);
    }

    private void identifier(@Nullable Identifier one, ByteWriter out) {
        out.number(codes.of(one == null ? null : one.authority()));
        if (one != null) {
            out.number(codes.of(one.type()));
            out.text(one.value());
        }
    }

    private @Nullable Identifier identifier(ByteReader in) {
        String authority = codes.text(in.count());
        return authority == null ? null : new Identifier(authority, code(in), in.text());
    }

    private void move(Move move, RecordKey own, ByteWriter out) {
        Moved said = move.said();
        boolean same = said.record().equals(own);
        out.octet((said.historic() ? HISTORIC : 0) | (same ? OWN_KEY : 0));
        out.number(move.position());
        if (!same) {
            key(said.record(), out);
        }
        out.text(said.movementId());
        out.number(codes.of(said.trigger().name()));
        out.number(codes.of(said.action().name()));
        identifier(said.visit(), out);
        identifier(said.account(), out);
        WardCode ward = said.ward();
        out.number(codes.of(ward == null ? null : ward.value()));
        out.number(codes.of(said.wardLabel()));
        out.number(codes.of(said.room()));
        out.number(codes.of(said.bed()));
        out.number(codes.of(said.patientClass()));
        out.number(codes.of(said.attending()));
        time(said.start(), out);
        time(said.end(), out);
    }

    private Move move(RecordKey own, ByteReader in) {
        int flags = in.octet();
        long position = in.number();
        RecordKey key = (flags & OWN_KEY) != 0 ? own : key(in);
        String movementId = in.text();
        Trigger trigger = Trigger.valueOf(code(in));
        Action action = Action.valueOf(code(in));
        Identifier visit = identifier(in);
        Identifier account = identifier(in);
        String ward = codes.text(in.count());
        Moved said = new Moved(
                key,
                movementId,
                trigger,
                action,
                (flags & HISTORIC) != 0,
                visit,
                account,
                ward == null ? null : new WardCode(ward),
                codes.text(in.count()),
                code(in),
                code(in),
                code(in),
                codes.text(in.count()),
                time(in),
                time(in));
        return new Move(position, said);
    }

    private static void time(@Nullable PartialTime time, ByteWriter out) {
        if (time == null) {
            out.octet(0);
            return;
        }
        long nano = time.local().toLocalTime().toNanoOfDay();
        boolean fine = nano % 1_000_000_000 != 0;
        ZoneOffset offset = time.offset();
        out.octet((PRECISIONS.indexOf(time.precision()) + 1)
                | (nano == 0 ? 0 : TIMED)
                | (fine ? FINE : 0)
                | (offset == null ? 0 : ZONED));
        out.signed(time.local().toLocalDate().toEpochDay());
        if (nano != 0) {
            out.number(fine ? nano : nano / 1_000_000_000);
        }
        if (offset != null) {
            out.signed(offset.getTotalSeconds());
        }
    }

    private static @Nullable PartialTime time(ByteReader in) {
        int form = in.octet();
        if (form == 0) {
            return null;
        }
        LocalDate day = LocalDate.ofEpochDay(in.signed());
        long time = (form & TIMED) == 0 ? 0 : in.number();
        LocalTime clock = LocalTime.ofNanoOfDay((form & FINE) != 0 ? time : time * 1_000_000_000);
        return new PartialTime(
                LocalDateTime.of(day, clock),
                PRECISIONS.get((form & PRECISION) - 1),
                (form & ZONED) == 0 ? null : ZoneOffset.ofTotalSeconds(Math.toIntExact(in.signed())));
    }

    /** By the number that stands for each, less one: never put in another order. */
    private static final List<PartialTime.Precision> PRECISIONS = List.of(
            PartialTime.Precision.YEAR,
            PartialTime.Precision.MONTH,
            PartialTime.Precision.DAY,
            PartialTime.Precision.HOUR,
            PartialTime.Precision.MINUTE,
            PartialTime.Precision.SECOND);
}
