package org.relais.care.identity;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.relais.care.ClinicalFact.Action;
import org.relais.care.ClinicalFact.Moved;
import org.relais.care.ClinicalFact.Name;
import org.relais.care.ClinicalFact.Trigger;
import org.relais.care.identity.Links.Edge;
import org.relais.care.identity.Links.Kind;
import org.relais.kernel.Identifier;
import org.relais.kernel.PartialTime;
import org.relais.kernel.RecordKey;
import org.relais.kernel.Sex;
import org.relais.kernel.WardCode;

/**
 * The form of the {@link Patients} snapshot: the number of records, each record by ordinal (key, traits, positions,
 * movements), then the edges between them. Texts are a length and UTF-8 bytes, -1 for what was not said; times are precision,
 * epoch day, nanosecond of the day and offset; choices are their names. What is derived (index, places) is made again.
 */
final class PatientsSnapshot {
    private static final int NO_OFFSET = Integer.MIN_VALUE;

    private PatientsSnapshot() {}

    static void save(Registry registry, DataOutput out) throws IOException {
        out.writeInt(registry.size());
        for (int ordinal = 0; ordinal < registry.size(); ordinal++) {
            new Writer(out).record(registry.at(ordinal));
        }
        List<Edge> edges = registry.links.all();
        out.writeInt(edges.size());
        for (Edge edge : edges) {
            out.writeUTF(edge.kind().name());
            out.writeInt(edge.record());
            out.writeInt(edge.other());
        }
    }

    static void load(Registry registry, DataInput in) throws IOException {
        Reader reader = new Reader(in, registry);
        int size = in.readInt();
        for (int ordinal = 0; ordinal < size; ordinal++) {
            reader.record();
        }
        int edges = in.readInt();
        for (int at = 0; at < edges; at++) {
            registry.links.join(new Edge(Kind.valueOf(in.readUTF()), in.readInt(), in.readInt()));
        }
        Set<Integer> all = new HashSet<>();
        for (int ordinal = 0; ordinal < size; ordinal++) {
            registry.reindex(ordinal);
            if (registry.links.root(ordinal) == ordinal) {
                all.add(ordinal);
            }
        }
        registry.settle(all);
    }

    private record Writer(DataOutput out) {
        void record(PatientRecord record) throws IOException {
            text(record.key.authority());
            text(record.key.localId());
            out.writeLong(record.lastHeardAt);
            out.writeBoolean(record.withheld);
            out.writeInt(record.names.size());
            for (Name name : record.names) {
                text(name.family());
                text(name.given());
                text(name.use());
            }
            time(record.birth);
            out.writeUTF(record.sex.name());
            text(record.birthplace);
            text(record.address);
            text(record.phone);
            identifiers(record.identifiers);
            identifiers(record.formerIdentifiers);
            out.writeInt(record.status.size());
            for (String code : record.status) {
                text(code);
            }
            identifier(record.mother);
            time(record.death);
            long[] positions = record.positions.toArray();
            out.writeInt(positions.length);
            for (long position : positions) {
                out.writeLong(position);
            }
            out.writeInt(record.stated.size());
            for (long position : record.stated) {
                out.writeLong(position);
            }
            out.writeInt(record.moves.size());
            for (Move move : record.moves) {
                move(move);
            }
        }

        private void move(Move move) throws IOException {
            Moved said = move.said();
            out.writeLong(move.position());
            text(said.record().authority());
            text(said.record().localId());
            text(said.movementId());
            out.writeUTF(said.trigger().name());
            out.writeUTF(said.action().name());
            out.writeBoolean(said.historic());
            identifier(said.visit());
            identifier(said.account());
            text(said.ward() == null ? null : said.ward().value());
            text(said.wardLabel());
            text(said.room());
            text(said.bed());
            text(said.patientClass());
            text(said.attending());
            time(said.start());
            time(said.end());
        }

        private void identifiers(List<Identifier> identifiers) throws IOException {
            out.writeInt(identifiers.size());
            for (Identifier identifier : identifiers) {
                identifier(identifier);
            }
        }

        private void identifier(@Nullable Identifier identifier) throws IOException {
            text(identifier == null ? null : identifier.value());
            if (identifier != null) {
                text(identifier.authority());
                text(identifier.type());
            }
        }

        private void time(@Nullable PartialTime time) throws IOException {
            out.writeUTF(time == null ? "" : time.precision().name());
            if (time != null) {
                out.writeLong(time.local().toLocalDate().toEpochDay());
                out.writeLong(time.local().toLocalTime().toNanoOfDay());
                ZoneOffset offset = time.offset();
                out.writeInt(offset == null ? NO_OFFSET : offset.getTotalSeconds());
            }
        }

        private void text(@Nullable String text) throws IOException {
            byte[] bytes = text == null ? null : text.getBytes(StandardCharsets.UTF_8);
            out.writeInt(bytes == null ? -1 : bytes.length);
            if (bytes != null) {
                out.write(bytes);
            }
        }
    }

    private record Reader(DataInput in, Registry registry) {
        void record() throws IOException {
            PatientRecord record = registry.at(registry.open(new RecordKey(text(), text())));
            record.lastHeardAt = in.readLong();
            record.withheld = in.readBoolean();
            List<Name> names = new ArrayList<>();
            for (int left = in.readInt(); left > 0; left--) {
                names.add(new Name(text(), pooled(), pooled()));
            }
            record.names = List.copyOf(names);
            record.birth = time();
            record.sex = Sex.valueOf(in.readUTF());
            record.birthplace = text();
            record.address = text();
            record.phone = text();
            record.identifiers = identifiers();
            record.formerIdentifiers = identifiers();
            List<String> status = new ArrayList<>();
            for (int left = in.readInt(); left > 0; left--) {
                status.add(pooled());
            }
            record.status = List.copyOf(status);
            record.mother = identifier();
            record.death = time();
            for (int left = in.readInt(); left > 0; left--) {
                record.positions.add(in.readLong());
            }
            for (int left = in.readInt(); left > 0; left--) {
                record.stated.add(in.readLong());
            }
            for (int left = in.readInt(); left > 0; left--) {
                record.moves.add(move());
            }
        }

        private Move move() throws IOException {
            long position = in.readLong();
            RecordKey key = new RecordKey(pooled(), text());
            String movementId = text();
            Trigger trigger = Trigger.valueOf(in.readUTF());
            Action action = Action.valueOf(in.readUTF());
            boolean historic = in.readBoolean();
            Identifier visit = identifier();
            Identifier account = identifier();
            String ward = optional();
            Moved said = new Moved(
                    key,
                    movementId,
                    trigger,
                    action,
                    historic,
                    visit,
                    account,
                    ward == null ? null : new WardCode(registry.pooled(ward)),
                    optional(),
                    pooled(),
                    pooled(),
                    pooled(),
                    optional(),
                    time(),
                    time());
            return new Move(position, said);
        }

        private List<Identifier> identifiers() throws IOException {
            List<Identifier> identifiers = new ArrayList<>();
            for (int left = in.readInt(); left > 0; left--) {
                identifiers.add(Objects.requireNonNull(identifier()));
            }
            return List.copyOf(identifiers);
        }

        private @Nullable Identifier identifier() throws IOException {
            String value = optional();
            return value == null ? null : new Identifier(pooled(), pooled(), value);
        }

        private @Nullable PartialTime time() throws IOException {
            String precision = in.readUTF();
            if (precision.isEmpty()) {
                return null;
            }
            LocalDateTime local =
                    LocalDateTime.of(LocalDate.ofEpochDay(in.readLong()), LocalTime.ofNanoOfDay(in.readLong()));
            int offset = in.readInt();
            return new PartialTime(
                    local,
                    PartialTime.Precision.valueOf(precision),
                    offset == NO_OFFSET ? null : ZoneOffset.ofTotalSeconds(offset));
        }

        private String pooled() throws IOException {
            return registry.pooled(text());
        }

        private String text() throws IOException {
            String text = optional();
            return text == null ? "" : text;
        }

        private @Nullable String optional() throws IOException {
            int length = in.readInt();
            if (length < 0) {
                return null;
            }
            byte[] bytes = new byte[length];
            in.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }
}
