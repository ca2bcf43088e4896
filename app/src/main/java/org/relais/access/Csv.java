package org.relais.access;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Comma-separated values (RFC 4180) as spreadsheets of French hospitals write them: separator semicolon or comma,
 * whichever stands more often in the first line; UTF-8 with or without its mark, else windows-1252. What is written has
 * semicolons, and no cell that a spreadsheet would take for a formula.
 */
public final class Csv {
    /** What is read at most. */
    public static final int BYTES_MAX = 4 * 1024 * 1024;

    private static final char MARK = '\uFEFF';

    private Csv() {}

    /** One line of cells, and its number in the file, from 1. */
    public record Row(int line, List<String> cells) {
        public boolean blank() {
            return cells.stream().allMatch(String::isBlank);
        }
    }

    /** The lines of a file, blank ones too. */
    public static List<Row> read(byte[] file) {
        String text = decoded(file);
        return new Reader(text, separator(text)).rows();
    }

    /** One line with its end; a cell that begins like a formula is preceded by an apostrophe. */
    public static String line(List<String> cells) {
        return cells.stream().map(Csv::cell).collect(Collectors.joining(";", "", "\r\n"));
    }

    /** The bytes of a whole file: UTF-8 with its mark, by which spreadsheets know it. */
    public static byte[] file(List<List<String>> rows) {
        StringBuilder text = new StringBuilder().append(MARK);
        rows.forEach(row -> text.append(line(row)));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    static String cell(String said) {
        String safe = !said.isEmpty() && "=+-@\t\r\n".indexOf(said.charAt(0)) >= 0 ? "'" + said : said;
        boolean quoted = safe.chars().anyMatch(c -> c == ';' || c == ',' || c == '"' || c == '\n' || c == '\r');
        return quoted ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }

    private static String decoded(byte[] file) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
        } catch (CharacterCodingException other) {
            text = new String(file, Charset.forName("windows-1252"));
        }
        return !text.isEmpty() && text.charAt(0) == MARK ? text.substring(1) : text;
    }

    private static char separator(String text) {
        String first = text.lines().findFirst().orElse("");
        long semicolons = first.chars().filter(c -> c == ';').count();
        long commas = first.chars().filter(c -> c == ',').count();
        return semicolons >= commas ? ';' : ',';
    }

    private static final class Reader {
        private final String text;
        private final char separator;
        private final List<Row> rows = new ArrayList<>();
        private final StringBuilder cell = new StringBuilder();
        private List<String> cells = new ArrayList<>();
        private int line = 1;
        private int started = 1;
        private boolean quoted;

        Reader(String text, char separator) {
            this.text = text;
            this.separator = separator;
        }

        List<Row> rows() {
            for (int at = 0; at < text.length(); at++) {
                char c = text.charAt(at);
                boolean next = at + 1 < text.length();
                if (c == '\n') {
                    line++;
                }
                if (quoted && c == '"' && next && text.charAt(at + 1) == '"') {
                    cell.append(c);
                    at++;
                } else if (c == '"' && (quoted || cell.isEmpty())) {
                    quoted = !quoted;
                } else if (quoted || (c != separator && c != '\r' && c != '\n')) {
                    cell.append(c);
                } else if (c == separator) {
                    endCell();
                } else if (c == '\n' || !(next && text.charAt(at + 1) == '\n')) {
                    endRow();
                }
            }
            if (!cell.isEmpty() || !cells.isEmpty()) {
                endRow();
            }
            return List.copyOf(rows);
        }

        private void endCell() {
            cells.add(cell.toString());
            cell.setLength(0);
        }

        private void endRow() {
            endCell();
            rows.add(new Row(started, List.copyOf(cells)));
            cells = new ArrayList<>();
            started = line;
        }
    }
}
