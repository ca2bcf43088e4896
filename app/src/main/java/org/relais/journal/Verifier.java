package org.relais.journal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.relais.journal.Verification.Expected;
import org.relais.journal.Verification.Fault;
import org.relais.journal.Verification.Kind;
import org.relais.journal.crypto.Keys;
import org.relais.journal.store.EntryStore;
import org.relais.journal.store.StoredEntry;
import org.relais.kernel.Problem.Category;

/**
 * Walks a log from its first entry and says whether it is what was written. Shares with the writer nothing but the
 * format. Stops at the first bad entry.
 */
final class Verifier {
    private static final int BATCH = 500;
    private static final int LEAST_DIGITS = 16;

    /** Stops the walk. */
    private static final class Found extends Exception {
        private final transient Fault fault;

        Found(Fault fault) {
            super(fault.kind().name());
            this.fault = fault;
        }
    }

    private final EntryStore store;
    private final EntryOpener opener;
    private final Splicer splicer;
    private final EpochChain chain;
    private final @Nullable String expected;
    private final SortedMap<Long, EntryKey> missing = new TreeMap<>();
    private final Set<EntryKey> forgotten = new HashSet<>();
    private final List<Loss> losses = new ArrayList<>();
    private long entries;
    private String head = "";
    private boolean headFound;

    /** @param expectHead a head printed earlier: at least 16 of its hexadecimal digits, blanks allowed; or null */
    Verifier(EntryStore store, Keys keys, @Nullable String expectHead) {
        this.store = store;
        this.opener = new EntryOpener(new DataKeys(keys.site()));
        this.splicer = new Splicer(store, opener);
        this.chain = new EpochChain(keys);
        this.expected = expectHead == null ? null : digits(expectHead);
    }

    private static String digits(String text) {
        String digits = text.replaceAll("[\\s-]", "").toLowerCase(Locale.ROOT);
        if (!digits.matches("[0-9a-f]{" + LEAST_DIGITS + ",64}")) {
            throw Problems.of(Category.INCORRECT, "journal.bad-head");
        }
        return digits;
    }

    Verification verify() {
        Fault fault = null;
        try {
            walk();
            orphans();
            unsigned();
            missing.values().removeAll(forgotten);
            if (!missing.isEmpty()) {
                fault = new Fault(missing.firstKey(), missing.get(missing.firstKey()), Kind.MISSING_PAYLOAD);
            } else if (!store.check().isEmpty()) {
                fault = new Fault(0, null, Kind.STORE);
            }
        } catch (Found found) {
            fault = found.fault;
        } catch (IOException unreadable) {
            fault = new Fault(entries + 1, null, Kind.STORE);
        }
        Expected answer = expected == null ? Expected.NOT_ASKED : headFound ? Expected.FOUND : Expected.MISSING;
        return new Verification(
                entries,
                forgotten.size(),
                chain.epochs(),
                head,
                fault,
                chain.forks(),
                answer,
                List.copyOf(losses),
                null);
    }

    private void walk() throws IOException, Found {
        List<StoredEntry> rows = store.read(1, BATCH);
        while (!rows.isEmpty()) {
            for (StoredEntry row : rows) {
                check(row);
                entries = row.position();
                head = HexFormat.of().formatHex(row.hash());
                headFound |= expected != null && head.startsWith(expected);
            }
            rows = store.read(entries + 1, BATCH);
        }
        if (entries == 0) {
            throw new Found(new Fault(1, null, Kind.GAP));
        }
    }

    private void check(StoredEntry row) throws IOException, Found {
        if (row.position() != entries + 1) {
            throw new Found(new Fault(entries + 1, null, Kind.GAP));
        }
        Header header = header(row);
        if (!Arrays.equals(Header.sha256(row.header()), row.hash())) {
            throw found(row, header, Kind.HASH);
        }
        Envelope envelope = payload(row, header);
        if (!chain.follows(header, row, envelope)) {
            throw found(row, header, Kind.CHAIN);
        }
        byte[] signature = row.signature();
        if (signature != null && !chain.signed(row, signature)) {
            throw found(row, header, Kind.SIGNATURE);
        }
    }

    private static Header header(StoredEntry row) throws Found {
        try {
            Header header = Header.decode(row.header());
            if (!Arrays.equals(header.author().bytes(), row.author())
                    || !Arrays.equals(header.epoch(), row.epoch())
                    || header.seq() != row.seq()) {
                throw found(row, header, Kind.HEADER);
            }
            return header;
        } catch (MalformedEntryException malformed) {
            throw new Found(new Fault(row.position(), null, Kind.HEADER));
        }
    }

    private @Nullable Envelope payload(StoredEntry row, Header header) throws IOException, Found {
        byte[] payload = row.payload();
        if (payload == null) {
            missing.put(row.position(), keyOf(header));
            return null;
        }
        try {
            Envelope envelope = opener.openRow(row).envelope();
            if (envelope == null || !Arrays.equals(Header.sha256(payload), header.payloadHash())) {
                throw found(row, header, Kind.PAYLOAD);
            }
            if (!Arrays.equals(envelope.dedup(), row.dedup())) {
                throw found(row, header, Kind.DEDUP);
            }
            for (int number = 0; number < envelope.chunkHashes().size(); number++) {
                splicer.chunk(row, header, envelope, number);
            }
            notePresence(row, header, envelope);
            return envelope;
        } catch (MalformedEntryException altered) {
            throw found(row, header, Kind.PAYLOAD);
        }
    }

    private void notePresence(StoredEntry row, Header header, Envelope envelope) {
        if (header.type().equals(JournalFacts.FORGOTTEN.name()) || header.type().equals(Loss.TYPE.name())) {
            Entry entry = EntryOpener.entry(row.position(), keyOf(header), header, envelope);
            JournalFacts.FORGOTTEN.read(entry).ifPresent(fact -> forgotten.add(fact.key()));
            Loss.TYPE.read(entry).ifPresent(losses::add);
        }
    }

    private void orphans() throws IOException, Found {
        long next = 1;
        while (chain.searching() && next <= entries) {
            for (StoredEntry row : store.read(next, BATCH)) {
                chain.seenAgain(row);
                next = row.position() + 1;
            }
        }
        EpochChain.At orphan = chain.firstOrphan();
        if (orphan != null) {
            throw new Found(new Fault(orphan.position(), orphan.key(), Kind.CHAIN));
        }
    }

    private void unsigned() throws Found {
        EpochChain.At unsigned = chain.firstUnsigned();
        if (unsigned != null) {
            throw new Found(new Fault(unsigned.position(), unsigned.key(), Kind.SIGNATURE));
        }
    }

    private static Found found(StoredEntry row, Header header, Kind kind) {
        return new Found(new Fault(row.position(), keyOf(header), kind));
    }

    static EntryKey keyOf(Header header) {
        return new EntryKey(header.author(), HexFormat.of().formatHex(header.epoch()), header.seq());
    }
}
