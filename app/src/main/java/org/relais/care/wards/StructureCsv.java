package org.relais.care.wards;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The reader of a hospital's structure as one CSV file ({@code docs/formats/structure.md}): a header line, then one line
 * a hospital, ward, bed, authority or place elsewhere; separated by semicolons or commas; UTF-8 with or without a byte order mark, else
 * windows-1252. All or nothing: every bad line is told, and then nothing is read.
 */
public final class StructureCsv {
    /** The columns, in any order; {@code row} must be there. */
    static final List<String> COLUMNS = List.of(
            "row",
            "code",
            "name_fr",
            "name_en",
            "kind",
            "units",
            "ward",
            "room",
            "bed",
            "zone",
            "feed",
            "authority",
            "phone");

    private StructureCsv() {}

    /** What came of reading a file. */
    public sealed interface Result {}

    /** The file is right. */
    public record Parsed(Structure structure) implements Result {}

    /** The file is wrong; every error, in order of line. */
    public record Rejected(List<LineError> errors) implements Result {}

    /**
     * One thing wrong.
     *
     * @param line       1 is the header
     * @param messageKey key in {@code i18n/care_{fr,en}.properties}
     * @param args       arguments of that text
     */
    public record LineError(int line, String messageKey, List<String> args) {
        static LineError of(int line, String messageKey, String... args) {
            return new LineError(line, "structure.error." + messageKey, List.of(args));
        }
    }

    public static Result read(byte[] file) {
        String text = decode(file);
        String header = text.lines().findFirst().orElse("");
        List<CsvLine> lines = CsvLine.read(text, header.contains(";") ? ';' : ',');
        if (lines.isEmpty()) {
            return new Rejected(List.of(LineError.of(1, "empty")));
        }
        List<String> columns = lines.getFirst().cells().stream()
                .map(cell -> cell.toLowerCase(Locale.ROOT))
                .toList();
        List<LineError> errors = headerErrors(columns);
        if (!errors.isEmpty()) {
            return new Rejected(errors);
        }
        StructureRows rows = new StructureRows();
        for (CsvLine line : lines.subList(1, lines.size())) {
            if (line.cells().size() > columns.size()) {
                errors.add(LineError.of(
                        line.number(),
                        "cells",
                        "" + columns.size(),
                        "" + line.cells().size()));
            } else {
                rows.take(line.number(), line.named(columns));
            }
        }
        errors.addAll(rows.finish());
        errors.sort(Comparator.comparingInt(LineError::line));
        return errors.isEmpty() ? new Parsed(rows.structure()) : new Rejected(List.copyOf(errors));
    }

    private static List<LineError> headerErrors(List<String> columns) {
        List<LineError> errors = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String column : columns) {
            if (!COLUMNS.contains(column)) {
                errors.add(LineError.of(1, "column", column, String.join(", ", COLUMNS)));
            } else if (!seen.add(column)) {
                errors.add(LineError.of(1, "column.twice", column));
            }
        }
        if (!columns.contains("row")) {
            errors.add(LineError.of(1, "column.missing", "row"));
        }
        return errors;
    }

    private static String decode(byte[] file) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            text = new String(file, Charset.forName("windows-1252"));
        }
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /** A line of cells, unquoted (RFC 4180). */
    record CsvLine(int number, List<String> cells) {
        Map<String, String> named(List<String> columns) {
            Map<String, String> named = new HashMap<>();
            for (int at = 0; at < cells.size(); at++) {
                named.put(columns.get(at), cells.get(at));
            }
            return named;
        }

        static List<CsvLine> read(String text, char separator) {
            List<CsvLine> lines = new ArrayList<>();
            List<String> cells = new ArrayList<>();
            StringBuilder cell = new StringBuilder();
            boolean quoted = false;
            int number = 1;
            int start = 1;
            for (int at = 0; at < text.length(); at++) {
                char letter = text.charAt(at);
                if (letter == '\n') {
                    number++;
                }
                if (quoted) {
                    boolean doubled = letter == '"' && at + 1 < text.length() && text.charAt(at + 1) == '"';
                    if (letter != '"' || doubled) {
                        cell.append(letter);
                        at += doubled ? 1 : 0;
                    } else {
                        quoted = false;
                    }
                } else if (letter == '"' && cell.toString().isBlank()) {
                    cell.setLength(0);
                    quoted = true;
                } else if (letter == separator) {
                    cells.add(cell.toString().strip());
                    cell.setLength(0);
                } else if (letter == '\n') {
                    end(lines, start, cells, cell);
                    start = number;
                } else {
                    cell.append(letter);
                }
            }
            end(lines, start, cells, cell);
            return lines;
        }

        private static void end(List<CsvLine> lines, int number, List<String> cells, StringBuilder cell) {
            cells.add(cell.toString().strip());
            if (cells.stream().anyMatch(one -> !one.isEmpty())) {
                lines.add(new CsvLine(number, List.copyOf(cells)));
            }
            cells.clear();
            cell.setLength(0);
        }
    }
}
