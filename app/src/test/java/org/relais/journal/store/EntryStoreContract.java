package org.relais.journal.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every store must do: run on each, with nothing of the journal above it. */
abstract class EntryStoreContract {
    private static final byte[] AUTHOR = filled(16, 0xA0);
    private static final byte[] EPOCH = filled(16, 0xE1);
    private static final byte[] OTHER_EPOCH = filled(16, 0xE2);

    @TempDir
    Path temp;

    private EntryStore store;

    abstract EntryStore open(Path directory) throws IOException;

    abstract EntryStore openBackup(Path file) throws IOException;

    @BeforeEach
    void openStore() throws IOException {
        store = open(temp);
    }

    @AfterEach
    void closeStore() throws IOException {
        store.close();
    }

    private static byte[] filled(int length, int value) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }

    private static StoredEntry entry(long position, byte[] epoch, long seq) {
        return entry(position, epoch, seq, null);
    }

    private static StoredEntry entry(long position, byte[] epoch, long seq, byte @Nullable [] dedup) {
        byte[] hash = new byte[32];
        new Random(position).nextBytes(hash);
        return new StoredEntry(
                position,
                AUTHOR,
                epoch,
                seq,
                hash,
                filled(160, (int) position),
                filled(40, (int) position),
                dedup,
                null,
                List.of());
    }

    private void appendTen() throws IOException {
        store.append(
                LongStream.rangeClosed(1, 6).mapToObj(n -> entry(n, EPOCH, n)).toList());
        store.append(LongStream.rangeClosed(7, 10)
                .mapToObj(n -> entry(n, OTHER_EPOCH, n - 6))
                .toList());
    }

    @Test
    void isEmptyAtFirst() throws IOException {
        assertThat(store.last()).isZero();
        assertThat(store.read(1, 10)).isEmpty();
        assertThat(store.heads()).isEmpty();
        assertThat(store.at(1)).isEmpty();
        assertThat(store.check()).isEmpty();
    }

    @Test
    void readsBackEveryByteInOrder() throws IOException {
        StoredEntry signed = entry(1, EPOCH, 1, filled(16, 0xDD)).signed(filled(64, 0x51));
        store.append(List.of(signed));
        assertThat(store.read(1, 10))
                .usingRecursiveFieldByFieldElementComparator()
                .containsExactly(signed);
        store.append(List.of(entry(2, EPOCH, 2)));
        assertThat(store.read(2, 10)).extracting(StoredEntry::position).containsExactly(2L);
        assertThat(store.read(1, 1)).extracting(StoredEntry::position).containsExactly(1L);
        assertThat(store.last()).isEqualTo(2);
    }

    @Test
    void rangesOverOneEpochOfOneAuthor() throws IOException {
        appendTen();
        assertThat(store.range(AUTHOR, EPOCH, 4, 10))
                .extracting(StoredEntry::seq)
                .containsExactly(4L, 5L, 6L);
        assertThat(store.range(AUTHOR, OTHER_EPOCH, 1, 2))
                .extracting(StoredEntry::position)
                .containsExactly(7L, 8L);
        assertThat(store.range(filled(16, 1), EPOCH, 1, 10)).isEmpty();
    }

    @Test
    void namesTheHeadOfEveryEpoch() throws IOException {
        appendTen();
        assertThat(store.heads()).extracting(StoredHead::position).containsExactly(6L, 10L);
        assertThat(store.heads()).extracting(StoredHead::seq).containsExactly(6L, 4L);
        assertThat(store.heads().getLast().hash())
                .isEqualTo(entry(10, OTHER_EPOCH, 4).hash());
    }

    @Test
    void keepsBothSidesOfAFork() throws IOException {
        store.append(List.of(entry(1, EPOCH, 1), entry(2, EPOCH, 2)));
        store.append(List.of(entry(3, EPOCH, 2)));
        assertThat(store.range(AUTHOR, EPOCH, 2, 10))
                .extracting(StoredEntry::position)
                .containsExactly(2L, 3L);
    }

    /** Epochs of several writers that alternate, some with forks: ranges and heads as sorting all entries gives them. */
    @Test
    void findsEntriesOfWritersThatAlternate() throws IOException {
        for (int seed = 1; seed <= 20; seed++) {
            store.close();
            store = open(Files.createDirectory(temp.resolve("alternating" + seed)));
            List<StoredEntry> all = alternating(new Random(seed));
            Comparator<StoredEntry> order =
                    Comparator.comparingLong(StoredEntry::seq).thenComparingLong(StoredEntry::position);
            for (byte[] epoch : List.of(EPOCH, OTHER_EPOCH)) {
                for (int from = 1; from <= 12; from++) {
                    long first = from;
                    assertThat(store.range(AUTHOR, epoch, first, 5))
                            .as("seed %d, from %d", seed, first)
                            .extracting(StoredEntry::position)
                            .containsExactlyElementsOf(all.stream()
                                    .filter(entry -> Arrays.equals(entry.epoch(), epoch) && entry.seq() >= first)
                                    .sorted(order)
                                    .limit(5)
                                    .map(StoredEntry::position)
                                    .toList());
                }
            }
            assertThat(store.heads())
                    .extracting(StoredHead::position)
                    .containsExactlyInAnyOrderElementsOf(Stream.of(EPOCH, OTHER_EPOCH)
                            .flatMap(epoch -> all.stream()
                                    .filter(entry -> Arrays.equals(entry.epoch(), epoch))
                                    .map(StoredEntry::position)
                                    .max(Comparator.naturalOrder())
                                    .stream())
                            .toList());
            StoredEntry twin = all.get(new Random(seed).nextInt(all.size()));
            StoredEntry copy = new StoredEntry(
                    all.size() + 1,
                    AUTHOR,
                    twin.epoch(),
                    twin.seq(),
                    twin.hash(),
                    twin.header(),
                    twin.payload(),
                    null,
                    null,
                    List.of());
            assertThatThrownBy(() -> store.append(List.of(copy))).isInstanceOf(AlreadyThereException.class);
            assertThat(store.last()).isEqualTo(all.size());
            assertThat(store.check()).isEmpty();
        }
    }

    private List<StoredEntry> alternating(Random random) throws IOException {
        List<StoredEntry> all = new ArrayList<>();
        long[] seqs = new long[2];
        for (int group = 0; group < 12; group++) {
            int which = random.nextInt(3) / 2;
            if (random.nextInt(5) == 0) {
                seqs[which] = Math.max(0, seqs[which] - 2);
            }
            List<StoredEntry> rows = new ArrayList<>();
            for (int n = random.nextInt(4); n >= 0; n--) {
                rows.add(entry(all.size() + rows.size() + 1, which == 0 ? EPOCH : OTHER_EPOCH, ++seqs[which]));
            }
            store.append(rows);
            all.addAll(rows);
        }
        return all;
    }

    @Test
    void refusesTheWholeGroupWhenOneEntryIsThereAlready() throws IOException {
        store.append(List.of(entry(1, EPOCH, 1, filled(16, 1))));
        StoredEntry again = entry(1, EPOCH, 1);
        StoredEntry copy = new StoredEntry(
                3, AUTHOR, EPOCH, 1, again.hash(), again.header(), again.payload(), null, null, List.of());
        assertThatThrownBy(() -> store.append(List.of(entry(2, EPOCH, 2), copy)))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> store.append(List.of(entry(2, EPOCH, 2), entry(3, EPOCH, 3, filled(16, 1)))))
                .isInstanceOf(IOException.class);
        assertThat(store.last()).isEqualTo(1);
        store.append(List.of(entry(2, EPOCH, 2)));
        assertThat(store.last()).isEqualTo(2);
    }

    @Test
    void findsADedupKey() throws IOException {
        store.append(List.of(entry(1, EPOCH, 1), entry(2, EPOCH, 2, filled(16, 7))));
        assertThat(store.contains(filled(16, 7))).hasValue(2);
        assertThat(store.contains(filled(16, 8))).isEmpty();
    }

    @Test
    void keepsChunksAside() throws IOException {
        StoredEntry plain = entry(1, EPOCH, 1);
        store.append(List.of(new StoredEntry(
                1,
                AUTHOR,
                EPOCH,
                1,
                plain.hash(),
                plain.header(),
                plain.payload(),
                null,
                null,
                List.of(filled(1 << 20, 1), filled(77, 2)))));
        assertThat(store.chunk(1, 0))
                .hasValueSatisfying(chunk -> assertThat(chunk).isEqualTo(filled(1 << 20, 1)));
        assertThat(store.chunk(1, 1))
                .hasValueSatisfying(chunk -> assertThat(chunk).isEqualTo(filled(77, 2)));
        assertThat(store.chunk(1, 2)).isEmpty();
        assertThat(store.chunk(2, 0)).isEmpty();
    }

    @Test
    void forgetsAPayloadAndKeepsItsHeaderAndDedupKey() throws IOException {
        store.append(List.of(entry(1, EPOCH, 1, filled(16, 7)), entry(2, EPOCH, 2)));
        assertThat(store.forget(1, entry(3, EPOCH, 3))).isTrue();
        StoredEntry forgotten = store.at(1).orElseThrow();
        assertThat(forgotten.payload()).isNull();
        assertThat(forgotten.header()).isEqualTo(filled(160, 1));
        assertThat(store.contains(filled(16, 7))).hasValue(1);
        assertThat(store.last()).isEqualTo(3);
        assertThat(store.check()).isEmpty();
    }

    @Test
    void keepsAllOverAReopening() throws IOException {
        appendTen();
        store.close();
        store = open(temp);
        assertThat(store.last()).isEqualTo(10);
        store.append(List.of(entry(11, OTHER_EPOCH, 5)));
        assertThat(store.range(AUTHOR, OTHER_EPOCH, 5, 1))
                .extracting(StoredEntry::position)
                .containsExactly(11L);
    }

    @Test
    void backsUpWhatItHolds() throws IOException {
        appendTen();
        Path copy = temp.resolve("copy");
        store.backup(copy);
        store.append(List.of(entry(11, OTHER_EPOCH, 5)));
        try (EntryStore restored = openBackup(copy)) {
            assertThat(restored.last()).isEqualTo(10);
            assertThat(restored.read(1, 20))
                    .usingRecursiveFieldByFieldElementComparator()
                    .isEqualTo(store.read(1, 10));
        }
    }

    @Test
    void refusesToBeReadOnceClosed() throws IOException {
        store.close();
        assertThatThrownBy(() -> store.last()).isInstanceOf(IOException.class);
    }
}
