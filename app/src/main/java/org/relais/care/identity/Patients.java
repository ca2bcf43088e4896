package org.relais.care.identity;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.relais.care.ClinicalFact;
import org.relais.care.Interpreter;
import org.relais.care.identity.search.Found;
import org.relais.care.identity.search.SearchIndex;
import org.relais.care.identity.search.Term;
import org.relais.journal.Entry;
import org.relais.journal.ReadModel;
import org.relais.kernel.Identifier;
import org.relais.kernel.PatientId;
import org.relais.kernel.Pseudonyms;
import org.relais.kernel.RecordKey;
import org.relais.kernel.WardCode;

/**
 * Everybody the hospital's systems ever spoke of: who they are, by which numbers, where they lie, and which entries of
 * the journal are about them. Queries are asked under the read lock of {@link org.relais.journal.ReadModels#query} and
 * answer copies.
 */
public final class Patients implements ReadModel {
    private final Interpreter interpreter;
    private final InstantSource clock;
    private final Registry registry;
    private final PatientsFold fold;

    /** @param zone the hospital's time zone, as its structure says */
    public Patients(Pseudonyms pseudonyms, Interpreter interpreter, Supplier<ZoneId> zone, InstantSource clock) {
        this.interpreter = interpreter;
        this.clock = clock;
        this.registry = new Registry(pseudonyms, zone);
        this.fold = new PatientsFold(registry);
    }

    @Override
    public String name() {
        return "patients";
    }

    @Override
    public int version() {
        return 1000 * interpreter.version() + 6;
    }

    @Override
    public void apply(Entry entry) {
        if (!entry.forgotten()) {
            interpreter
                    .interpret(entry, Interpreter.Depth.IDENTITY)
                    .ifPresent(interpretation -> fold.take(entry, interpretation));
            PatientsForgotten.TYPE.read(entry).ifPresent(this::forget);
            IdentityHidden.TYPE.read(entry).ifPresent(this::hide);
        }
    }

    /** Lets go of some charts: nothing of them is left, not even their places among the others. */
    private void forget(PatientsForgotten fact) {
        BitSet gone = new BitSet();
        for (String id : fact.patients()) {
            int record = registry.records.find(new PatientId(id));
            if (record != Records.NONE) {
                for (int member : registry.links.members(record)) {
                    gone.set(member);
                }
            }
        }
        if (!gone.isEmpty()) {
            registry.forget(gone);
        }
    }

    /** What desks wrote of who a record is goes, and its links; read again from the journal it comes out the same. */
    private void hide(IdentityHidden fact) {
        int record = registry.records.find(fact.key());
        if (record != Records.NONE) {
            registry.renew(record, registry.at(record).hidden());
        }
    }

    /** The charts that an entry names, as far as they are known: as its subjects, as merged, as former, or as mother. */
    public Set<PatientId> named(Entry entry) {
        Set<PatientId> charts = new HashSet<>();
        interpreter
                .interpret(entry, Interpreter.Depth.IDENTITY)
                .ifPresent(said -> said.facts()
                        .forEach(fact -> names(fact).forEach(key -> {
                            int record = registry.records.find(key);
                            if (record != Records.NONE) {
                                charts.add(registry.records.id(registry.links.named(record)));
                            }
                        })));
        return charts;
    }

    private Stream<RecordKey> names(ClinicalFact fact) {
        return switch (fact) {
            case ClinicalFact.Merged merged -> Stream.of(merged.record(), merged.absorbed());
            case ClinicalFact.IdentifierChanged changed -> Stream.of(changed.record(), changed.former());
            case ClinicalFact.Linked linked -> Stream.of(linked.record(), linked.other());
            case ClinicalFact.VisitMoved visit -> Stream.of(visit.record(), visit.from());
            case ClinicalFact.IdentityStated identity -> {
                Identifier mother = identity.mother();
                yield mother == null
                        ? Stream.of(identity.record())
                        : Stream.concat(
                                Stream.of(identity.record()),
                                byIdentifier(mother.value()).stream().flatMap(found -> records(found.id()).stream()));
            }
            default -> Stream.of(fact.record());
        };
    }

    /** The charts of those who lie nowhere in the hospital and of whom nothing was heard since a moment. */
    public List<PatientId> left(Instant since) {
        return IntStream.range(0, registry.size())
                .filter(record -> registry.links.root(record) == record)
                .filter(root -> !registry.inHospital.get(root))
                .filter(root -> Arrays.stream(registry.links.members(root))
                        .allMatch(member -> registry.records.lastHeardAt(member) < since.toEpochMilli()))
                .mapToObj(root -> registry.records.id(registry.links.named(root)))
                .toList();
    }

    @Override
    public void save(DataOutput out) throws IOException {
        PatientsSnapshot.save(registry, out);
    }

    @Override
    public void load(DataInput in) throws IOException {
        PatientsSnapshot.load(registry, in);
    }

    /**
     * The patients that fit a text: names or their beginnings in any order, forgiving a slip and spelling by ear; a birth
     * date in any usual writing, also with day and month exchanged or one part another; any of their numbers. Whole matches
     * first, then the likeliest, those in the hospital before others, then by name.
     */
    public List<Hit> find(String text, int limit) {
        Term.All question = SearchText.read(text, LocalDate.ofInstant(clock.instant(), registry.zone()));
        Lookalikes lookalikes = new Lookalikes(registry);
        record Named(Found found, String name) {}
        return registry.index.find(question, registry.inHospital, limit).stream()
                .filter(found -> !withheld(found.chart()) || named(found.chart(), text))
                .map(found -> new Named(found, registry.sortName(found.chart())))
                .sorted(Comparator.comparing(Named::found, SearchIndex.order(registry.inHospital))
                        .thenComparing(Named::name)
                        .thenComparingInt(one -> one.found().chart()))
                .map(one -> hit(one.found(), lookalikes))
                .toList();
    }

    private Hit hit(Found found, Lookalikes lookalikes) {
        Set<Resemblance> resembles = lookalikes.why(found.chart(), this::withheld);
        return new Hit(PatientView.of(registry, found.chart()), found.whole(), List.copyOf(resembles), found.clues());
    }

    /** Whether no search may find the patient, except by the very number of one of her records. */
    private boolean withheld(int chart) {
        return members(chart).anyMatch(record -> record.withheld);
    }

    private boolean named(int chart, String text) {
        String number = NameText.number(text);
        return members(chart)
                .anyMatch(record -> NameText.number(record.key.localId()).equals(number));
    }

    private Stream<PatientRecord> members(int chart) {
        return Arrays.stream(registry.links.members(chart)).mapToObj(registry::at);
    }

    /** The patient of a chart; an absorbed chart's id answers the survivor. */
    public Optional<Patient> get(PatientId id) {
        return known(registry.records.find(id)).map(record -> PatientView.of(registry, record));
    }

    /** The patient of a record, absorbed or not. */
    public Optional<Patient> byRecord(RecordKey key) {
        return known(registry.records.find(key)).map(record -> PatientView.of(registry, record));
    }

    /** Every patient who has, or had, a number; spaces do not count. */
    public List<Patient> byIdentifier(String value) {
        return views(registry.index.numbered(NameText.number(value)).stream());
    }

    /** Who lies in a ward, by the code that messages use, in order of name. */
    public List<Patient> inWard(WardCode ward) {
        return views(registry.inWard(ward).stream().mapToInt(Integer::intValue));
    }

    /** Everybody who lies in the hospital, in order of name. */
    public List<Patient> inHospital() {
        return views(registry.inHospital.stream());
    }

    /** The codes of the wards where somebody lies. */
    public List<WardCode> wardsInUse() {
        return registry.inHospital.stream()
                .mapToObj(chart -> registry.standing(chart).place())
                .flatMap(Stream::ofNullable)
                .map(Place::ward)
                .distinct()
                .sorted()
                .toList();
    }

    /** How many records there are, absorbed ones and all. */
    public int records() {
        return registry.size();
    }

    /** How many records bear a name, in whatever place; of several words, as many as bear the rarest. */
    public int bearing(String name) {
        return registry.index.bearing(NameText.words(name));
    }

    /** How many records have a birth date, {@code yyyymmdd}. */
    public int bornOn(int day) {
        return registry.index.bornOn(day);
    }

    /** How many charts there are. */
    public int count() {
        return (int) IntStream.range(0, registry.size())
                .filter(record -> registry.links.root(record) == record)
                .count();
    }

    /** Where the entries about a patient lie in the journal, ascending. */
    public long[] positions(PatientId id) {
        int record = registry.records.find(id);
        return record == Records.NONE
                ? new long[0]
                : Arrays.stream(registry.links.members(record))
                        .mapToObj(member -> registry.at(member).positions.toArray())
                        .flatMapToLong(Arrays::stream)
                        .sorted()
                        .distinct()
                        .toArray();
    }

    /** The records that make a patient's chart; empty when there is none. */
    public Set<RecordKey> records(PatientId id) {
        int record = registry.records.find(id);
        return record == Records.NONE
                ? Set.of()
                : Set.copyOf(Arrays.stream(registry.links.members(record))
                        .mapToObj(member -> registry.at(member).key)
                        .toList());
    }

    /** Every id that a patient's records were known by: her own, and those of absorbed charts. */
    public Set<PatientId> ids(PatientId id) {
        int record = registry.records.find(id);
        return record == Records.NONE
                ? Set.of(id)
                : Arrays.stream(registry.links.members(record))
                        .mapToObj(registry.records::id)
                        .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether no ordinary search finds a patient. */
    public boolean withheld(PatientId id) {
        int record = registry.records.find(id);
        return record != Records.NONE && withheld(record);
    }

    /** Why a patient's records are one chart, in the order it was said. */
    public List<Tie> ties(PatientId id) {
        int record = registry.records.find(id);
        return record == Records.NONE
                ? List.of()
                : registry.links.edges(record).stream()
                        .map(edge -> new Tie(
                                edge.kind().absorbs(), registry.at(edge.record()).key, registry.at(edge.other()).key))
                        .toList();
    }

    /** What one record of a patient's chart says by itself. */
    public Optional<Patient> alone(RecordKey key) {
        return known(registry.records.find(key)).map(record -> PatientView.alone(registry, record));
    }

    /** The movements of a patient that stand, corrected, in the order they happened. */
    public List<Move> movements(PatientId id) {
        int record = registry.records.find(id);
        return record == Records.NONE
                ? List.of()
                : Standing.inTime(
                                KeptMovements.of(registry.moves(registry.links.root(record)), registry.zone()),
                                registry.zone())
                        .stream()
                        .map(kept -> new Move(kept.position(), kept.shown()))
                        .toList();
    }

    /** Other patients with the same surname and first given name, or the same surname or mother and birth date. */
    public List<Lookalike> homonyms(PatientId id) {
        int record = registry.records.find(id);
        return record == Records.NONE
                ? List.of()
                : new Lookalikes(registry)
                        .of(registry.links.root(record)).entrySet().stream()
                                .filter(one -> !withheld(one.getKey()))
                                .sorted(Map.Entry.<Integer, Resemblance>comparingByValue()
                                        .thenComparing(one -> registry.sortName(one.getKey()))
                                        .thenComparing(Map.Entry::getKey))
                                .map(one -> new Lookalike(PatientView.of(registry, one.getKey()), one.getValue()))
                                .toList();
    }

    private List<Patient> views(IntStream charts) {
        return registry.byName(charts.boxed().collect(Collectors.toSet())).stream()
                .map(chart -> PatientView.of(registry, chart))
                .toList();
    }

    private static Optional<Integer> known(int record) {
        return record == Records.NONE ? Optional.empty() : Optional.of(record);
    }
}
