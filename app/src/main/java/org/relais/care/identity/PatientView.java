package org.relais.care.identity;

import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.relais.care.ClinicalFact.Name;
import org.relais.care.identity.Links.Edge;
import org.relais.care.identity.Links.Kind;
import org.relais.kernel.Identifier;
import org.relais.kernel.PartialTime;
import org.relais.kernel.PatientId;
import org.relais.kernel.RecordKey;
import org.relais.kernel.Sex;

/**
 * A patient put together from the records of her chart: the record that speaks for it first, the others where it says
 * nothing. Records that differ on a trait are shown to differ; nothing is chosen silently.
 */
final class PatientView {
    private final Registry registry;
    private final int root;
    private final List<PatientRecord> records = new ArrayList<>();
    /** The same by ordinal, and whatever else the chart has when one is seen alone. */
    private final Map<Integer, PatientRecord> members = new LinkedHashMap<>();

    private final Set<Integer> absorbed = new LinkedHashSet<>();
    private final Set<Integer> renamed = new LinkedHashSet<>();

    private PatientView(Registry registry, int record) {
        this.registry = registry;
        this.root = registry.links.root(record);
        for (Edge edge : registry.links.edges(root)) {
            if (edge.kind().absorbs() && edge.other() != root) {
                absorbed.add(edge.other());
                if (edge.kind() == Kind.RENAME) {
                    renamed.add(edge.other());
                }
            }
        }
        for (int member : registry.links.members(root)) {
            members.put(member, registry.at(member));
        }
        records.addAll(members.values());
    }

    static Patient of(Registry registry, int record) {
        return new PatientView(registry, record).patient();
    }

    /** One record by itself, whatever chart it belongs to. */
    static Patient alone(Registry registry, int record) {
        PatientView view = new PatientView(registry, record);
        view.records.clear();
        view.records.add(registry.at(record));
        return view.patient();
    }

    private Patient patient() {
        Standing standing = registry.standing(root);
        return new Patient(
                registry.records.id(registry.links.named(root)),
                names(),
                first(record -> record.birth),
                Objects.requireNonNullElse(first(record -> record.sex == Sex.UNKNOWN ? null : record.sex), Sex.UNKNOWN),
                text(record -> record.birthplace),
                text(record -> record.address),
                text(record -> record.phone),
                identifiers(),
                aliases(),
                status(),
                first(record -> record.death),
                standing.place(),
                standing.stay(),
                mother(),
                conflicts(),
                Instant.ofEpochMilli(records.stream()
                        .mapToLong(record -> record.lastHeardAt)
                        .max()
                        .orElse(0)));
    }

    private List<String> status() {
        List<String> said = records.stream()
                .map(record -> record.status)
                .filter(status -> !status.isEmpty())
                .findFirst()
                .orElse(List.of());
        return records.size() > 1 && registry.links.provisional(root)
                ? Stream.concat(said.stream(), Stream.of(Patient.LINKED)).toList()
                : said;
    }

    private <T> @Nullable T first(Function<PatientRecord, @Nullable T> trait) {
        for (PatientRecord record : records) {
            T said = trait.apply(record);
            if (said != null) {
                return said;
            }
        }
        return null;
    }

    private String text(Function<PatientRecord, String> trait) {
        return records.stream()
                .map(trait)
                .filter(said -> !said.isEmpty())
                .findFirst()
                .orElse("");
    }

    private List<Name> names() {
        return records.stream()
                .map(record -> record.names)
                .filter(names -> !names.isEmpty())
                .findFirst()
                .orElse(List.of())
                .stream()
                .sorted(Comparator.comparing((Name name) -> !name.use().equals("L")))
                .toList();
    }

    private List<Identifier> identifiers() {
        return numbers(record -> !absorbed.contains(record))
                .filter(PatientView::standsAlone)
                .toList();
    }

    private static boolean standsAlone(Identifier identifier) {
        return !identifier.value().isBlank();
    }

    private Stream<Identifier> numbers(IntPredicate which) {
        Set<Identifier> numbers = new LinkedHashSet<>();
        members.forEach((member, record) -> {
            if (which.test(member)) {
                numbers.addAll(record.identifiers);
                addOwn(numbers, record.key);
            }
        });
        return numbers.stream();
    }

    /** A record's own number belongs to its numbers, even when no message listed it. */
    private static void addOwn(Set<Identifier> numbers, RecordKey key) {
        if (numbers.stream().noneMatch(one -> one.value().equals(key.localId()))) {
            numbers.add(new Identifier(key.authority(), "", key.localId()));
        }
    }

    private List<Identifier> aliases() {
        List<Identifier> current = identifiers();
        Stream<Identifier> former = records.stream().flatMap(record -> record.formerIdentifiers.stream());
        return Stream.concat(numbers(absorbed::contains), former)
                .filter(one -> !current.contains(one))
                .distinct()
                .toList();
    }

    private @Nullable PatientId mother() {
        for (PatientRecord record : records) {
            if (record.mother != null) {
                return motherOf(record, record.mother).orElse(null);
            }
        }
        return null;
    }

    /** The one chart that has the mother's number; none when there is no such chart or more than one. */
    private Optional<PatientId> motherOf(PatientRecord child, Identifier number) {
        String authority = number.authority().isEmpty() ? child.key.authority() : number.authority();
        int own = registry.records.find(new RecordKey(authority, number.value()));
        if (own != Records.NONE) {
            return idOf(registry.links.root(own));
        }
        BitSet charts = registry.index.numbered(NameText.number(number.value()));
        charts.clear(root);
        return charts.cardinality() == 1 ? idOf(charts.nextSetBit(0)) : Optional.empty();
    }

    private Optional<PatientId> idOf(int mother) {
        return mother == root ? Optional.empty() : Optional.of(registry.records.id(registry.links.named(mother)));
    }

    private List<String> conflicts() {
        if (records.size() == 1) {
            return List.of();
        }
        List<String> conflicts = new ArrayList<>();
        differing("name", record -> record.names.isEmpty() ? null : birthFamily(record), conflicts);
        differing("birth", record -> record.birth == null ? null : shown(record.birth), conflicts);
        differing("sex", record -> record.sex == Sex.UNKNOWN ? null : record.sex.name(), conflicts);
        return List.copyOf(conflicts);
    }

    private void differing(String field, Function<PatientRecord, @Nullable String> trait, List<String> conflicts) {
        Set<String> said = new LinkedHashSet<>();
        members.forEach((member, record) -> {
            String value = renamed.contains(member) ? null : trait.apply(record);
            if (value != null) {
                said.add(value);
            }
        });
        if (said.size() > 1) {
            conflicts.add(field + ": " + String.join(" ≠ ", said));
        }
    }

    private static String birthFamily(PatientRecord record) {
        Name birth = record.names.stream()
                .filter(name -> name.use().equals("L"))
                .findFirst()
                .orElse(record.names.getFirst());
        return NameText.fold(birth.family());
    }

    private static String shown(PartialTime birth) {
        return birth.day().map(Object::toString).orElseGet(() -> birth.local().getYear() + "…");
    }
}
