package org.relais.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.relais.journal.crypto.Keys;
import org.relais.journal.crypto.SigningKey;
import org.relais.journal.crypto.SiteKey;
import org.relais.journal.store.EntryStore;
import org.relais.journal.store.SqliteOptions;
import org.relais.journal.store.SqliteStore;
import org.relais.journal.store.StoredEntry;
import org.relais.journal.store.StoredHead;
import org.relais.kernel.Mode;
import org.relais.kernel.NodeId;
import org.relais.kernel.Problem;
import org.relais.kernel.ProblemException;
import org.relais.kernel.Who;

class FailingStoreTest {
    /** A disk that fails once, at a chosen group, and would work again afterwards: as real ones do. */
    private record FailingOnce(EntryStore real, int[] left) implements EntryStore {
        @Override
        public void append(List<StoredEntry> group) throws IOException {
            if (left[0]-- == 0) {
                throw new IOException("no space left on device");
            }
            real.append(group);
        }

        @Override
        public List<StoredEntry> read(long fromPosition, int limit) throws IOException {
            return real.read(fromPosition, limit);
        }

        @Override
        public Optional<StoredEntry> at(long position) throws IOException {
            return real.at(position);
        }

        @Override
        public List<StoredEntry> range(byte[] author, byte[] epoch, long fromSeq, int limit) throws IOException {
            return real.range(author, epoch, fromSeq, limit);
        }

        @Override
        public List<StoredHead> heads() throws IOException {
            return real.heads();
        }

        @Override
        public OptionalLong contains(byte[] dedup) throws IOException {
            return real.contains(dedup);
        }

        @Override
        public long last() throws IOException {
            return real.last();
        }

        @Override
        public Optional<byte[]> chunk(long position, int number) throws IOException {
            return real.chunk(position, number);
        }

        @Override
        public boolean forget(long position, StoredEntry fact) throws IOException {
            return real.forget(position, fact);
        }

        @Override
        public List<String> check() throws IOException {
            return real.check();
        }

        @Override
        public void backup(Path to) throws IOException {
            real.backup(to);
        }

        @Override
        public void close() throws IOException {
            real.close();
        }
    }

    @TempDir
    Path temp;

    private static Draft note(String text) {
        return Draft.of("test.note", 1, new Who.Machine(), text.getBytes(UTF_8));
    }

    private static Problem problem(CompletableFuture<Receipt> future) {
        return future.handle((_, failed) -> {
                    Throwable cause = failed instanceof CompletionException wrapped ? wrapped.getCause() : failed;
                    if (cause instanceof ProblemException refused) {
                        return refused.problem();
                    }
                    throw new AssertionError("neither acknowledged nor refused as it must be", cause);
                })
                .join();
    }

    @Test
    void stopsWritingForGoodAtTheFirstErrorAndReadsOn() throws IOException {
        SecureRandom random = new SecureRandom();
        Keys keys = new Keys(NodeId.random(random), SiteKey.random(random), SigningKey.random(random));
        try (EntryStore store = new FailingOnce(
                        SqliteStore.open(temp.resolve("journal.db"), SqliteOptions.DURABLE), new int[] {2});
                Journal journal = new Journal(store, keys, Mode.REAL, JournalTest.TIME)) {
            Receipt first = journal.write(note("one"));
            journal.write(note("two"));
            assertThat(journal.writing()).isTrue();

            Problem refused = problem(journal.append(note("three")));
            assertThat(refused.category()).isEqualTo(Problem.Category.UNAVAILABLE);
            assertThat(refused.messageKey()).isEqualTo("journal.stopped");
            assertThat(journal.writing()).isFalse();
            assertThatThrownBy(() -> journal.write(note("four"))).isInstanceOf(ProblemException.class);
            List<CompletableFuture<Receipt>> later = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                later.add(journal.append(note("later")));
            }
            later.forEach(future -> assertThat(problem(future).messageKey()).isEqualTo("journal.stopped"));

            assertThat(journal.entry(first.position()).payload()).isEqualTo("one".getBytes(UTF_8));
            assertThat(journal.head()).isEqualTo(3);
            assertThat(new Verifier(store, keys, null).verify().sound()).isTrue();
        }
    }
}
