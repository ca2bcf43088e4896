package org.relais.access;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.relais.journal.Draft;
import org.relais.journal.Entry;
import org.relais.journal.FactType;
import org.relais.journal.ReadModel;
import org.relais.kernel.Outcome;
import org.relais.kernel.Problem;
import org.relais.kernel.Who;

/** How the scanner of each station types: the last calibration of each. Its queries may be asked without a lock. */
public final class Stations implements ReadModel {
    private static final FactType<Calibrated> CALIBRATED =
            FactType.of("access.station-calibrated", 1, Calibrated.class);
    private static final Set<String> LAYOUTS = Set.of("us", "fr");
    private static final Pattern GS = Pattern.compile("sent|dropped|[0-9a-f]{2,4}");
    private static final int NAME_MAX = 60;

    private final Map<String, Station> stations = new TreeMap<>();

    /**
     * A calibration.
     *
     * @param station id of the station, 32 hexadecimal digits
     * @param name    as people call it
     * @param layout  of the keyboard that the scanner plays: {@code us} or {@code fr}
     * @param gs      what becomes of the group separator (0x1D): {@code sent}, {@code dropped}, or the code point, in
     *                hexadecimal digits, of the character that comes in its place
     */
    public record Calibrated(String station, String name, String layout, String gs) {}

    /** A station as it was last calibrated. */
    public record Station(Calibrated how, Instant at) {}

    /** The fact, or why it is none. */
    public static Outcome<Draft> calibrate(Who who, Calibrated asked) {
        String name = asked.name().strip();
        if (name.isEmpty() || name.length() > NAME_MAX || name.chars().anyMatch(Character::isISOControl)) {
            return refused("access.station-name", Integer.toString(NAME_MAX));
        }
        if (!LAYOUTS.contains(asked.layout()) || !GS.matcher(asked.gs()).matches()) {
            return refused("access.station-how");
        }
        return Outcome.done(CALIBRATED.draft(who, new Calibrated(asked.station(), name, asked.layout(), asked.gs())));
    }

    private static Outcome<Draft> refused(String key, String... args) {
        return Outcome.refused(Problem.of(Problem.Category.INCORRECT, key, args));
    }

    public synchronized Optional<Station> find(String id) {
        return Optional.ofNullable(stations.get(id));
    }

    /** All that were ever calibrated, by name. */
    public synchronized List<Station> list() {
        return stations.values().stream()
                .sorted(Comparator.comparing((Station one) -> one.how().name()))
                .toList();
    }

    @Override
    public String name() {
        return "stations";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public synchronized void apply(Entry entry) {
        CALIBRATED.read(entry).ifPresent(how -> stations.put(how.station(), new Station(how, entry.recordedAt())));
    }

    @Override
    public synchronized void save(DataOutput out) throws IOException {
        out.writeInt(stations.size());
        for (Station one : stations.values()) {
            out.writeUTF(one.how().station());
            out.writeUTF(one.how().name());
            out.writeUTF(one.how().layout());
            out.writeUTF(one.how().gs());
            out.writeLong(one.at().toEpochMilli());
        }
    }

    @Override
    public synchronized void load(DataInput in) throws IOException {
        stations.clear();
        for (int left = in.readInt(); left > 0; left--) {
            Calibrated how = new Calibrated(in.readUTF(), in.readUTF(), in.readUTF(), in.readUTF());
            stations.put(how.station(), new Station(how, Instant.ofEpochMilli(in.readLong())));
        }
    }
}
