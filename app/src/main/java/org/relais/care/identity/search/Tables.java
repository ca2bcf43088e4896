package org.relais.care.identity.search;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntConsumer;
import org.relais.care.identity.pages.ByteReader;
import org.relais.care.identity.pages.ByteWriter;
import org.relais.care.identity.pages.IntPages;

/**
 * What the index holds: the words of each record with the part they stand in, its birth date, and from each word, date and
 * number the way back to the records.
 */
final class Tables {
    private static final int LETTERS = 37;
    static final int PREFIX = 3;
    private static final int LONG_PREFIX = 4;
    private static final int LONGEST_PREFIX = 5;
    /** Of how many kinds longer beginnings are told apart. */
    private static final int LONG_KINDS = 1 << 16;

    private static final int PART_BITS = 4;
    private static final int JOINED = 8;
    private static final int FILE_PART = 1 << 16;

    final Dictionary words = new Dictionary();
    final Spellings spellings = new Spellings(words);
    final Postings byWord = new Postings();
    final Days days = new Days();
    final Numbers numbers = new Numbers();
    private final Bearers bearers = new Bearers();
    /** Words by their first three letters. */
    private final Postings byPrefix = new Postings();
    /** Longer words by a hash of their first four, and of their first five. */
    private final Postings byLongPrefix = new Postings();

    private final Postings byLongestPrefix = new Postings();
    /** The words of each record. A cell is the word's number, the part, and whether it is made of several words. */
    private final Rows rows = new Rows();

    private final IntPages births = new IntPages();
    private int size;

    int size() {
        return size;
    }

    int birth(int record) {
        return births.get(record);
    }

    /** The cells of a record, to be read by what follows. */
    int[] cells(int record) {
        return rows.row(record);
    }

    static int word(int cell) {
        return cell >>> PART_BITS;
    }

    static Part part(int cell) {
        return Part.ALL[cell & (JOINED - 1)];
    }

    /** Whether it is made of several words of the record: it is found whole or by its beginning. */
    static boolean isJoined(int cell) {
        return (cell & JOINED) != 0;
    }

    /** Whether a record has every one of these words. */
    boolean hasAll(int record, int[] some) {
        for (int word : some) {
            if (!rows.holds(record, word, PART_BITS)) {
                return false;
            }
        }
        return true;
    }

    /**
     * Whether two records may have every word of a surname, and a first given name after it; false when surely no two have.
     */
    boolean areSeveral(List<String> name) {
        int given = words.find(name.getLast());
        return name.subList(0, name.size() - 1).stream().allMatch(word -> bearers.areSeveral(words.find(word), given));
    }

    /** The words of a record's surnames. */
    int[] surnames(int record) {
        return Arrays.stream(cells(record))
                .filter(cell -> part(cell).isSurname())
                .map(Tables::word)
                .toArray();
    }

    /** Whether a record has one of these words in a surname. */
    boolean hasSurname(int record, int[] words) {
        for (int cell : cells(record)) {
            for (int word : words) {
                if (word(cell) == word && part(cell).isSurname()) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Says by which words and birth date a record is found from now on. */
    void put(int record, Findable now) {
        size = Math.max(size, record + 1);
        int[] row = row(now);
        int[] old = rows.row(record);
        if (!Arrays.equals(row, old)) {
            relist(record, old, row);
            rows.put(record, row);
            bearers.ensure(size, rows::row);
            bearers.add(row, old);
        }
        if (birth(record) != now.birth()) {
            days.remove(birth(record), record);
            days.add(now.birth(), record);
            births.set(record, now.birth());
        }
    }

    private int[] row(Findable now) {
        int[] row = new int[now.words().size()];
        for (int at = 0; at < row.length; at++) {
            Findable.Word word = now.words().get(at);
            int part = word.part().place | (word.joined() ? JOINED : 0);
            row[at] = take(word) << PART_BITS | part;
        }
        return row;
    }

    private int take(Findable.Word word) {
        int id = take(word.letters());
        if (!word.joined()) {
            spellings.add(id);
        }
        return id;
    }

    private int take(String word) {
        int known = words.size();
        int id = words.take(word);
        if (id == known) {
            byPrefix.add(prefix(word), id);
            if (word.length() >= LONG_PREFIX) {
                byLongPrefix.add(hashed(word, LONG_PREFIX), id);
            }
            if (word.length() >= LONGEST_PREFIX) {
                byLongestPrefix.add(hashed(word, LONGEST_PREFIX), id);
            }
        }
        return id;
    }

    private void relist(int record, int[] old, int[] row) {
        for (int gone : old) {
            if (!holds(row, gone >>> PART_BITS)) {
                byWord.remove(gone >>> PART_BITS, record);
            }
        }
        for (int cell : row) {
            if (!holds(old, cell >>> PART_BITS)) {
                byWord.add(cell >>> PART_BITS, record);
            }
        }
    }

    private static boolean holds(int[] row, int word) {
        for (int cell : row) {
            if (cell >>> PART_BITS == word) {
                return true;
            }
        }
        return false;
    }

    /** Tells every word that begins so; at least three letters, else none is told. */
    void beginningWith(String start, IntConsumer each) {
        if (start.length() < PREFIX) {
            return;
        }
        Postings.Cursor begun = switch (start.length()) {
            case PREFIX -> byPrefix.cursor(prefix(start));
            case LONG_PREFIX -> byLongPrefix.cursor(hashed(start, LONG_PREFIX));
            default -> byLongestPrefix.cursor(hashed(start, LONGEST_PREFIX));
        };
        while (begun.next()) {
            if (start.length() == PREFIX || words.begins(begun.record(), start)) {
                each.accept(begun.record());
            }
        }
    }

    private static int hashed(String word, int letters) {
        return Hash.mix(word.substring(0, letters).hashCode()) & (LONG_KINDS - 1);
    }

    private static int prefix(String word) {
        int prefix = 0;
        for (int at = 0; at < PREFIX; at++) {
            prefix = prefix * LETTERS + (at < word.length() ? letter(word.charAt(at)) : 0);
        }
        return prefix;
    }

    private static int letter(char letter) {
        return letter <= '9' ? letter - '0' + 1 : letter - 'A' + 11;
    }

    /**
     * Writes the words that records have, numbered in the order in which they come, each record's birth date and cells, and
     * the numbers: the same for the same records, whatever else was known before. What leads back to records is made again.
     */
    void save(DataOutput out) throws IOException {
        int[] places = new int[words.size()];
        ByteWriter part = new ByteWriter();
        int named = 0;
        for (int record = 0; record < size; record++) {
            for (int cell : cells(record)) {
                int word = word(cell);
                if (places[word] == 0) {
                    places[word] = ++named;
                    part.text(words.word(word));
                    send(part, FILE_PART, out);
                }
            }
        }
        send(part, 0, out);
        part.send(out);
        out.writeInt(size);
        for (int record = 0; record < size; record++) {
            part.number(birth(record));
            int[] cells = cells(record);
            part.number(cells.length);
            for (int cell : cells) {
                long place = places[word(cell)] - 1L;
                part.number((place << PART_BITS) | (cell & ((1 << PART_BITS) - 1)));
            }
            send(part, record == size - 1 ? 0 : FILE_PART, out);
        }
        numbers.save(out);
    }

    private static void send(ByteWriter part, int most, DataOutput out) throws IOException {
        if (part.size() > most) {
            part.send(out);
        }
    }

    /** Reads what {@link #save} wrote, when nothing is known yet. */
    void load(DataInput in) throws IOException {
        for (ByteReader part = ByteReader.receive(in); part.left() > 0; part = ByteReader.receive(in)) {
            while (part.left() > 0) {
                take(part.text());
            }
        }
        BitSet spelt = new BitSet(words.size());
        int all = in.readInt();
        while (size < all) {
            ByteReader part = ByteReader.receive(in);
            while (part.left() > 0) {
                load(size++, part, spelt);
            }
        }
        spelt.stream().forEach(spellings::add);
        bearers.take(size, rows::row);
        numbers.load(in);
    }

    private void load(int record, ByteReader in, BitSet spelt) {
        int birth = in.count();
        births.set(record, birth);
        days.add(birth, record);
        int[] row = new int[in.count()];
        for (int at = 0; at < row.length; at++) {
            row[at] = in.count();
            if ((row[at] & JOINED) == 0) {
                spelt.set(row[at] >>> PART_BITS);
            }
            if (byWord.last(row[at] >>> PART_BITS) != record) {
                byWord.add(row[at] >>> PART_BITS, record);
            }
        }
        rows.put(record, row);
    }
}
