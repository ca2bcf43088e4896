package org.relais.feeds;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.relais.journal.Entry;
import org.relais.journal.FactType;
import org.relais.journal.ReadModel;
import org.relais.kernel.FeedName;

/**
 * Which feeds this node has, and how each is set up. The feed {@code mllp} is always there, on loopback until it is set up
 * otherwise. Thread-safe to read.
 */
public final class FeedRoster implements ReadModel {
    /** A feed is no more. */
    record Removed(String name) {}

    static final FactType<FeedSettings> SET = FactType.of("feeds.feed", 1, FeedSettings.class);
    static final FactType<Removed> REMOVED = FactType.of("feeds.feed-removed", 1, Removed.class);
    static final FactType<KeysInstalled> KEYS = FactType.of("feeds.keys-installed", 1, KeysInstalled.class);

    /** @param since when it was last set up so; null for what every node has */
    public record Known(FeedSettings settings, @Nullable Instant since) {}

    private volatile Map<String, Known> known = Map.of();
    private volatile @Nullable KeysInstalled keys;

    @Override
    public String name() {
        return "feed-roster";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public void apply(Entry entry) {
        SET.read(entry)
                .filter(set -> set.problem().isEmpty())
                .ifPresent(set -> change(set.name(), new Known(set, entry.recordedAt())));
        REMOVED.read(entry).ifPresent(gone -> change(gone.name(), null));
        KEYS.read(entry).ifPresent(installed -> keys = installed);
    }

    private void change(String name, @Nullable Known now) {
        Map<String, Known> next = new TreeMap<>(known);
        if (now == null) {
            next.remove(name);
        } else {
            next.put(name, now);
        }
        known = next;
    }

    /** Every feed, the one that every node has first. */
    public List<Known> all() {
        Map<String, Known> now = known;
        List<Known> all = new ArrayList<>();
        all.add(now.getOrDefault(FeedSettings.DEFAULT, new Known(FeedSettings.mllp(FeedSettings.DEFAULT, 0), null)));
        now.forEach((name, one) -> {
            if (!name.equals(FeedSettings.DEFAULT)) {
                all.add(one);
            }
        });
        return all;
    }

    public Optional<FeedSettings> get(FeedName feed) {
        return all().stream()
                .map(Known::settings)
                .filter(settings -> settings.name().equals(feed.value()))
                .findFirst();
    }

    /** Whether a feed was set up by a fact. */
    boolean configured(FeedName feed) {
        return known.containsKey(feed.value());
    }

    /** The certificates that feeds use, when some were installed. */
    public Optional<KeysInstalled> keys() {
        return Optional.ofNullable(keys);
    }

    @Override
    public void save(DataOutput out) throws IOException {
        out.writeInt(known.size());
        for (Known one : known.values()) {
            Instant since = one.since();
            out.writeUTF(since == null ? "" : since.toString());
            FeedSettings set = one.settings();
            out.writeUTF(set.name());
            out.writeUTF(set.kind().name());
            out.writeUTF(set.bind());
            out.writeInt(set.port());
            out.writeUTF(set.folder());
            KeysInstalled.texts(out, set.peers());
            out.writeUTF(set.tls().name());
            out.writeUTF(set.charset());
            out.writeInt(set.silenceMinutes());
        }
        KeysInstalled held = keys;
        out.writeBoolean(held != null);
        if (held != null) {
            held.save(out);
        }
    }

    @Override
    public void load(DataInput in) throws IOException {
        Map<String, Known> read = new TreeMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            String since = in.readUTF();
            FeedSettings set = new FeedSettings(
                    in.readUTF(),
                    FeedSettings.Kind.valueOf(in.readUTF()),
                    in.readUTF(),
                    in.readInt(),
                    in.readUTF(),
                    KeysInstalled.texts(in),
                    FeedSettings.Tls.valueOf(in.readUTF()),
                    in.readUTF(),
                    in.readInt());
            read.put(set.name(), new Known(set, since.isEmpty() ? null : Instant.parse(since)));
        }
        known = read;
        keys = in.readBoolean() ? KeysInstalled.load(in) : null;
    }
}
