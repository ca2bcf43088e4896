package org.relais.care.labels;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.relais.journal.Draft;
import org.relais.journal.Entry;
import org.relais.journal.Journal;
import org.relais.journal.ReadModel;
import org.relais.journal.Receipt;
import org.relais.kernel.Outcome;
import org.relais.kernel.PatientId;
import org.relais.kernel.Problem;
import org.relais.kernel.Who;

/**
 * Which bands and labels were printed for whom, and how often: its command, and where they lie in the journal. Its queries
 * may be asked without a lock.
 */
public final class LabelBook implements ReadModel {
    private static final long[] NONE = {};

    private final Function<Draft, Receipt> writer;
    private final Function<long[], List<Entry>> reader;
    private final InstantSource clock;
    private final Map<String, long[]> bySubject = new TreeMap<>();
    private final Map<String, EnumMap<LabelKind, Integer>> prints = new TreeMap<>();

    /** Of each print by its name: where it lies, and whose it is. */
    private final Map<String, TreeMap<Long, String>> jobs = new TreeMap<>();
    /** Of each print that was sent to a printer, how the last sending went. */
    private final Map<String, LabelsSent.Result> sent = new TreeMap<>();
    /** Numbers given by this process, some of which are not folded yet. */
    private final Map<String, EnumMap<LabelKind, Integer>> given = new HashMap<>();

    public LabelBook(Journal journal, InstantSource clock) {
        this(journal::write, journal::entries, clock);
    }

    LabelBook(Function<Draft, Receipt> writer, Function<long[], List<Entry>> reader, InstantSource clock) {
        this.writer = writer;
        this.reader = reader;
        this.clock = clock;
    }

    /**
     * What is to be printed.
     *
     * @param counts  how many of each kind; those of none are left out
     * @param number  that the codes hold
     * @param printer id of the printer's profile
     * @param job     name of the print
     */
    public record Order(
            Map<LabelKind, Integer> counts,
            String number,
            @Nullable ReprintReason reason,
            String printer,
            String job,
            @Nullable BirthMark birth) {}

    /** A print that was noted. */
    public record Noted(Receipt receipt, LabelsPrinted said) {}

    /**
     * Notes a print, and numbers it: before anything is printed.
     *
     * @param ids every id that the patient's records are known by, her own first
     * @return {@code refused.labels.nothing}, {@code refused.labels.count} (most), {@code refused.labels.reason},
     *     {@code refused.labels.birth}
     */
    public synchronized Outcome<Noted> print(Who who, List<PatientId> ids, Order order) {
        List<LabelsPrinted.Line> lines = new ArrayList<>();
        boolean again = false;
        for (LabelKind kind : LabelKind.values()) {
            int count = order.counts().getOrDefault(kind, 0);
            if (count < 0 || count > kind.most()) {
                return refused("refused.labels.count", Integer.toString(kind.most()));
            }
            if (count > 0) {
                int before = before(ids, kind);
                again |= before > 0;
                lines.add(new LabelsPrinted.Line(kind, count, before + 1));
            }
        }
        if (lines.isEmpty()) {
            return refused("refused.labels.nothing");
        }
        if (again && order.reason() == null) {
            return refused("refused.labels.reason");
        }
        BirthMark birth = order.birth();
        if (birth != null && (birth.rank() < 1 || birth.of() < birth.rank() || birth.of() > 9)) {
            return refused("refused.labels.birth");
        }
        LabelsPrinted said = new LabelsPrinted(
                clock.instant(),
                List.copyOf(lines),
                order.number(),
                again ? order.reason() : null,
                order.printer(),
                order.job(),
                birth);
        Receipt receipt = writer.apply(
                LabelsPrinted.TYPE.draft(who, said).about(ids.getFirst().hex()));
        count(given, ids.getFirst().hex(), said);
        return Outcome.done(new Noted(receipt, said));
    }

    private static Outcome<Noted> refused(String key, String... args) {
        return Outcome.refused(Problem.of(Problem.Category.INCORRECT, key, args));
    }

    private int before(Collection<PatientId> ids, LabelKind kind) {
        int most = 0;
        for (PatientId id : ids) {
            most = Math.max(most, Math.max(last(prints, id, kind), last(given, id, kind)));
        }
        return most;
    }

    private static int last(Map<String, EnumMap<LabelKind, Integer>> book, PatientId id, LabelKind kind) {
        EnumMap<LabelKind, Integer> counts = book.get(id.hex());
        return counts == null ? 0 : counts.getOrDefault(kind, 0);
    }

    /** Notes how the sending of a print went. */
    public Receipt sent(Who who, LabelEntry print, LabelsSent.Result result) {
        LabelsSent said = new LabelsSent(print.said().job(), print.said().printer(), result);
        return writer.apply(
                LabelsSent.TYPE.draft(who, said).about(print.patient().hex()));
    }

    /** How the last sending of a print went; empty while it was not sent to a printer. */
    public synchronized Optional<LabelsSent.Result> sending(String job) {
        return Optional.ofNullable(sent.get(job));
    }

    /** Whether a kind was printed for the records of a patient, by no printer that is known not to have printed it. */
    public boolean made(Collection<PatientId> ids, LabelKind kind) {
        return printed(ids, kind) > 0 && (allTaken(ids) || entries(ids).stream().anyMatch(entry -> holds(entry, kind)));
    }

    private synchronized boolean allTaken(Collection<PatientId> ids) {
        Set<String> subjects = ids.stream().map(PatientId::hex).collect(Collectors.toSet());
        return sent.entrySet().stream()
                .filter(one -> one.getValue().failed())
                .noneMatch(one -> jobs.getOrDefault(one.getKey(), new TreeMap<>()).values().stream()
                        .anyMatch(subjects::contains));
    }

    private boolean holds(LabelEntry entry, LabelKind kind) {
        return entry.said().lines().stream().anyMatch(line -> line.kind() == kind)
                && sending(entry.said().job()).filter(LabelsSent.Result::failed).isEmpty();
    }

    /** How often a kind was printed for the records of a patient. */
    public synchronized int printed(Collection<PatientId> ids, LabelKind kind) {
        return before(ids, kind);
    }

    /** Where the entries about these records lie, ascending. */
    public synchronized long[] positions(Collection<PatientId> patients) {
        return patients.stream()
                .map(patient -> bySubject.getOrDefault(patient.hex(), NONE))
                .flatMapToLong(Arrays::stream)
                .sorted()
                .toArray();
    }

    /** Whose a print is by the name that its page codes hold; nobody for one that is several patients'. */
    public synchronized Optional<PatientId> bearer(String job) {
        Set<String> subjects =
                Set.copyOf(jobs.getOrDefault(job, new TreeMap<>()).values());
        return subjects.size() == 1
                ? Optional.of(new PatientId(subjects.iterator().next()))
                : Optional.empty();
    }

    /** The prints of these records, the newest first. */
    public List<LabelEntry> entries(Collection<PatientId> patients) {
        return reader.apply(positions(patients)).stream()
                .flatMap(entry -> LabelEntry.read(entry).stream())
                .toList()
                .reversed();
    }

    @Override
    public String name() {
        return "labels";
    }

    @Override
    public int version() {
        return 3;
    }

    @Override
    public synchronized void apply(Entry entry) {
        String subject = entry.subject();
        if (subject == null || entry.forgotten()) {
            return;
        }
        LabelsSent.TYPE.read(entry).ifPresent(said -> {
            place(subject, entry);
            sent.put(said.job(), said.result());
        });
        LabelsPrinted.TYPE.read(entry).ifPresent(said -> {
            place(subject, entry);
            count(prints, subject, said);
            jobs.computeIfAbsent(said.job(), _ -> new TreeMap<>()).put(entry.position(), subject);
        });
    }

    private void place(String subject, Entry entry) {
        bySubject.merge(
                subject,
                new long[] {entry.position()},
                (before, after) -> LongStream.concat(Arrays.stream(before), Arrays.stream(after))
                        .toArray());
    }

    private static void count(Map<String, EnumMap<LabelKind, Integer>> book, String subject, LabelsPrinted said) {
        EnumMap<LabelKind, Integer> counts = book.computeIfAbsent(subject, _ -> new EnumMap<>(LabelKind.class));
        said.lines().forEach(line -> counts.merge(line.kind(), line.print(), Math::max));
    }

    @Override
    public synchronized void forgot(long position) {
        bySubject.replaceAll((_, places) ->
                Arrays.stream(places).filter(place -> place != position).toArray());
        bySubject.values().removeIf(places -> places.length == 0);
        prints.keySet().retainAll(bySubject.keySet());
        jobs.values().forEach(places -> places.remove(position));
        jobs.values().removeIf(Map::isEmpty);
        sent.keySet().retainAll(jobs.keySet());
    }

    @Override
    public synchronized void save(DataOutput out) throws IOException {
        out.writeInt(bySubject.size());
        for (Map.Entry<String, long[]> one : bySubject.entrySet()) {
            out.writeUTF(one.getKey());
            out.writeInt(one.getValue().length);
            for (long position : one.getValue()) {
                out.writeLong(position);
            }
            EnumMap<LabelKind, Integer> counts = prints.getOrDefault(one.getKey(), new EnumMap<>(LabelKind.class));
            out.writeInt(counts.size());
            for (Map.Entry<LabelKind, Integer> count : counts.entrySet()) {
                out.writeUTF(count.getKey().name());
                out.writeInt(count.getValue());
            }
        }
        saveJobs(out);
    }

    private void saveJobs(DataOutput out) throws IOException {
        out.writeInt(jobs.size());
        for (Map.Entry<String, TreeMap<Long, String>> job : jobs.entrySet()) {
            out.writeUTF(job.getKey());
            out.writeInt(job.getValue().size());
            for (Map.Entry<Long, String> place : job.getValue().entrySet()) {
                out.writeLong(place.getKey());
                out.writeUTF(place.getValue());
            }
        }
        out.writeInt(sent.size());
        for (Map.Entry<String, LabelsSent.Result> one : sent.entrySet()) {
            out.writeUTF(one.getKey());
            out.writeUTF(one.getValue().name());
        }
    }

    private void loadJobs(DataInput in) throws IOException {
        for (int left = in.readInt(); left > 0; left--) {
            TreeMap<Long, String> places = new TreeMap<>();
            jobs.put(in.readUTF(), places);
            for (int more = in.readInt(); more > 0; more--) {
                places.put(in.readLong(), in.readUTF());
            }
        }
        for (int left = in.readInt(); left > 0; left--) {
            sent.put(in.readUTF(), LabelsSent.Result.valueOf(in.readUTF()));
        }
    }

    @Override
    public synchronized void load(DataInput in) throws IOException {
        for (int left = in.readInt(); left > 0; left--) {
            String subject = in.readUTF();
            long[] positions = new long[in.readInt()];
            for (int at = 0; at < positions.length; at++) {
                positions[at] = in.readLong();
            }
            bySubject.put(subject, positions);
            EnumMap<LabelKind, Integer> counts = new EnumMap<>(LabelKind.class);
            for (int kinds = in.readInt(); kinds > 0; kinds--) {
                counts.put(LabelKind.valueOf(in.readUTF()), in.readInt());
            }
            prints.put(subject, counts);
        }
        loadJobs(in);
    }
}
