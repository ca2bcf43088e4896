package org.relais.care.identity.linkage;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.relais.care.identity.match.Traits;

/** Reads a list into a register, row by row: the file is never in memory as a whole. */
public final class ListReader {
    private static final int SAMPLE = 2000;

    private final CsvRows rows;
    private final List<String> header;
    private final Map<ListField, int[]> places = new EnumMap<>(ListField.class);
    private final Set<String> missing = new LinkedHashSet<>();
    private int truthAt = -1;

    private ListReader(CsvRows rows, List<String> header) {
        this.rows = rows;
        this.header = header.stream().map(ListReader::plain).toList();
    }

    /** The header read, or null where there is none: an empty file. */
    public static @Nullable ListReader open(Reader reader) throws IOException {
        StringBuilder line = new StringBuilder();
        int letter = reader.read();
        while (letter >= 0
                && ((letter != '\n' && letter != '\r') || line.toString().isBlank())
                && line.length() < 1 << 20) {
            line.append((char) letter);
            letter = reader.read();
        }
        String text = line.toString();
        if (text.isBlank()) {
            return null;
        }
        char separator = CsvRows.separatorOf(text);
        List<String> header = new CsvRows(new StringReader(text), separator).next();
        return header == null ? null : new ListReader(new CsvRows(reader, separator), header);
    }

    /** Finds the columns of a mapping. */
    public void map(ListMapping mapping) {
        mapping.columns().forEach((field, columns) -> {
            int[] found =
                    columns.stream().mapToInt(this::place).filter(at -> at >= 0).toArray();
            if (found.length > 0) {
                places.put(field, found);
            }
        });
    }

    /** The column that holds the truth. @return false when the list has no such column */
    public boolean truth(String column) {
        truthAt = header.indexOf(plain(column));
        return truthAt >= 0;
    }

    /** Columns asked for that the list has not. */
    public Set<String> missing() {
        return missing;
    }

    /** Whether any field to compare was found. */
    public boolean hasFields() {
        return places.keySet().stream().anyMatch(field -> field != ListField.ROW_ID);
    }

    /** Reads all rows. @return how many */
    public int read(PersonList list, LocalDate today) throws IOException {
        List<List<String>> first = new ArrayList<>();
        List<String> row = rows.next();
        while (row != null && first.size() < SAMPLE) {
            first.add(row);
            row = rows.next();
        }
        DateForms forms = DateForms.of(
                first.stream().map(one -> value(one, ListField.BIRTH_DATE)).toList(), today);
        int count = 0;
        for (List<String> one : first) {
            add(list, one, forms, ++count);
        }
        while (row != null) {
            add(list, row, forms, ++count);
            row = rows.next();
        }
        return count;
    }

    private void add(PersonList list, List<String> row, DateForms forms, int number) {
        String id = value(row, ListField.ROW_ID);
        list.add(id.isEmpty() ? String.valueOf(number) : id, traits(row, forms));
        if (truthAt >= 0) {
            list.truth(PersonList.numberIn(truthAt < row.size() ? row.get(truthAt) : ""));
        }
    }

    private Traits traits(List<String> row, DateForms forms) {
        return Traits.builder()
                .surname(value(row, ListField.SURNAME))
                .usedSurname(value(row, ListField.USED_SURNAME))
                .givenNames(value(row, ListField.GIVEN_NAME))
                .birthDate(forms.read(value(row, ListField.BIRTH_DATE)))
                .sex(Traits.sex(value(row, ListField.SEX)))
                .birthplace(value(row, ListField.BIRTHPLACE))
                .address(value(row, ListField.ADDRESS))
                .postcode(value(row, ListField.POSTCODE))
                .place(value(row, ListField.PLACE))
                .phone(value(row, ListField.PHONE))
                .identifier(value(row, ListField.IDENTIFIER))
                .build();
    }

    private String value(List<String> row, ListField field) {
        int[] columns = places.get(field);
        if (columns == null) {
            return "";
        }
        if (columns.length == 1) {
            return columns[0] < row.size() ? row.get(columns[0]) : "";
        }
        StringBuilder joined = new StringBuilder();
        for (int column : columns) {
            if (column < row.size() && !row.get(column).isEmpty()) {
                joined.append(joined.isEmpty() ? "" : " ").append(row.get(column));
            }
        }
        return joined.toString();
    }

    private int place(String column) {
        int at = header.indexOf(plain(column));
        if (at < 0) {
            missing.add(column);
        }
        return at;
    }

    private static String plain(String column) {
        return column.replace("\uFEFF", "").strip().toLowerCase(Locale.ROOT);
    }
}
