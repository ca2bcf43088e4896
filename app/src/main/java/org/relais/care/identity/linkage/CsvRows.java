package org.relais.care.identity.linkage;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a CSV (RFC 4180, leniently): any white space around a cell goes, also before an opening quote; lines that hold
 * nothing are passed over; a quote never closed ends with the file. A cell is kept to its first 4,096 characters, so that
 * no file fills the memory.
 */
public final class CsvRows {
    private static final int LONGEST = 4096;
    private static final int END = -1;

    private final Reader reader;
    private final char separator;
    private final StringBuilder cell = new StringBuilder();
    private int ahead = -2;

    public CsvRows(Reader reader, char separator) {
        this.reader = reader;
        this.separator = separator;
    }

    /** The separator of a header line: the one of {@code ; tab | ,} that occurs most. */
    public static char separatorOf(String header) {
        char best = ',';
        for (char candidate : new char[] {';', '\t', '|'}) {
            if (count(header, candidate) > count(header, best)) {
                best = candidate;
            }
        }
        return best;
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(letter -> letter == wanted).count();
    }

    /** The next row that holds something, or null at the end. */
    public @Nullable List<String> next() throws IOException {
        List<String> cells = new ArrayList<>();
        int stop = separator;
        while (stop != END) {
            cells.clear();
            do {
                stop = cell();
                cells.add(cell.toString().strip());
            } while (stop == separator);
            if (cells.stream().anyMatch(one -> !one.isEmpty())) {
                return cells;
            }
        }
        return null;
    }

    /** Reads one cell. @return what ended it */
    private int cell() throws IOException {
        cell.setLength(0);
        boolean quoted = false;
        boolean blank = true;
        while (true) {
            int letter = read();
            if (letter == END) {
                return END;
            }
            if (quoted) {
                quoted = letter != '"' || doubled();
                keep(letter, quoted);
            } else if (letter == '"' && blank) {
                cell.setLength(0);
                quoted = true;
                blank = false;
            } else if (letter == separator || letter == '\n') {
                return letter;
            } else if (letter == '\r' && peek() != '\n') {
                return '\n';
            } else {
                blank = blank && Character.isWhitespace(letter);
                keep(letter, true);
            }
        }
    }

    private boolean doubled() throws IOException {
        if (peek() != '"') {
            return false;
        }
        read();
        return true;
    }

    private void keep(int letter, boolean kept) {
        if (kept && cell.length() < LONGEST) {
            cell.append((char) letter);
        }
    }

    private int read() throws IOException {
        int letter = peek();
        ahead = -2;
        return letter;
    }

    private int peek() throws IOException {
        if (ahead == -2) {
            ahead = reader.read();
        }
        return ahead;
    }
}
