package org.relais.journal;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.relais.journal.store.EntryStore;
import org.relais.journal.store.StoredEntry;
import org.relais.journal.store.StoredHead;

/** Rows as somebody may have altered them, shown to the verifier as a store; their chunks lie in the rows. */
record RowStore(List<StoredEntry> rows) implements EntryStore {
    @Override
    public List<StoredEntry> read(long fromPosition, int limit) {
        return rows.stream()
                .filter(row -> row.position() >= fromPosition)
                .limit(limit)
                .toList();
    }

    @Override
    public Optional<byte[]> chunk(long position, int number) {
        return rows.stream()
                .filter(row ->
                        row.position() == position && number < row.chunks().size())
                .map(row -> row.chunks().get(number))
                .findFirst();
    }

    @Override
    public Optional<StoredEntry> at(long position) {
        return rows.stream().filter(row -> row.position() == position).findFirst();
    }

    @Override
    public List<StoredEntry> range(byte[] author, byte[] epoch, long fromSeq, int limit) {
        return rows.stream()
                .filter(row -> Arrays.equals(row.epoch(), epoch) && row.seq() >= fromSeq)
                .limit(limit)
                .toList();
    }

    @Override
    public List<String> check() {
        return List.of();
    }

    @Override
    public long last() {
        return rows.size();
    }

    @Override
    public void append(List<StoredEntry> group) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<StoredHead> heads() {
        throw new UnsupportedOperationException();
    }

    @Override
    public OptionalLong contains(byte[] dedup) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean forget(long position, StoredEntry fact) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void backup(Path to) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {}
}
