package org.relais.access;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.relais.kernel.Outcome;
import org.relais.kernel.WardCode;

/**
 * A file of accounts, {@link Csv}, described in {@code docs/formats/accounts.md}: a first line names the columns
 * {@code login}, {@code name}, {@code roles}, and if need be {@code wards} and {@code active}, in any order, in English or
 * French; then an account a line. All of it is good, or none of it: each line that is not is told with what to correct.
 */
public final class AccountCsv {
    private static final Map<String, String> COLUMNS = Map.ofEntries(
            Map.entry("login", "login"),
            Map.entry("identifiant", "login"),
            Map.entry("name", "name"),
            Map.entry("nom", "name"),
            Map.entry("roles", "roles"),
            Map.entry("role", "roles"),
            Map.entry("wards", "wards"),
            Map.entry("ward", "wards"),
            Map.entry("services", "wards"),
            Map.entry("service", "wards"),
            Map.entry("active", "active"),
            Map.entry("actif", "active"));
    private static final Map<String, Role> FRENCH = Map.ofEntries(
            Map.entry("medecin", Role.DOCTOR),
            Map.entry("infirmier", Role.NURSE),
            Map.entry("infirmiere", Role.NURSE),
            Map.entry("sage-femme", Role.MIDWIFE),
            Map.entry("laboratoire", Role.LAB),
            Map.entry("imagerie", Role.IMAGING),
            Map.entry("pharmacie", Role.PHARMACY),
            Map.entry("secretariat", Role.CLERK),
            Map.entry("admissions", Role.CLERK),
            Map.entry("directeur", Role.DIRECTOR),
            Map.entry("directrice", Role.DIRECTOR),
            Map.entry("cadre-de-nuit", Role.NIGHT_SUPERVISOR),
            Map.entry("administrateur-de-garde", Role.DUTY_ADMINISTRATOR),
            Map.entry("cellule-de-crise", Role.CRISIS_CELL),
            Map.entry("securite", Role.SECURITY_OFFICER),
            Map.entry("preparation", Role.PREPAREDNESS_LEAD),
            Map.entry("formateur", Role.TRAINER),
            Map.entry("formatrice", Role.TRAINER),
            Map.entry("administrateur", Role.ADMINISTRATOR),
            Map.entry("auditeur", Role.AUDITOR),
            Map.entry("auditrice", Role.AUDITOR));
    private static final Set<String> YES = Set.of("", "oui", "yes", "true", "1", "o", "y");
    private static final Set<String> NO = Set.of("non", "no", "false", "0", "n");

    private final Predicate<WardCode> known;
    private final List<LineError> errors = new ArrayList<>();
    private final Map<String, Integer> columns = new HashMap<>();

    private AccountCsv(Predicate<WardCode> known) {
        this.known = known;
    }

    /** A line, and what is to be corrected on it. */
    public record LineError(int line, String messageKey, List<String> args) {}

    /**
     * An account as a line says it.
     *
     * @param active false when she is not to log in any longer
     */
    public record Line(int line, NewAccount account, boolean active) {}

    /** What a file turned out to be. */
    public sealed interface Reading {
        record Parsed(List<Line> lines) implements Reading {}

        record Rejected(List<LineError> errors) implements Reading {}
    }

    /** @param known whether the hospital has a ward of this code */
    public static Reading read(byte[] file, Predicate<WardCode> known) {
        AccountCsv csv = new AccountCsv(known);
        List<Line> lines = csv.lines(file);
        return csv.errors.isEmpty() ? new Reading.Parsed(lines) : new Reading.Rejected(List.copyOf(csv.errors));
    }

    private List<Line> lines(byte[] file) {
        if (file.length > Csv.BYTES_MAX) {
            wrong(1, "access.csv.too-big", Integer.toString(Csv.BYTES_MAX / (1024 * 1024)));
            return List.of();
        }
        List<Csv.Row> rows = Csv.read(file).stream().filter(row -> !row.blank()).toList();
        if (rows.isEmpty() || !columns(rows.getFirst())) {
            wrong(1, "access.csv.columns", "login, name, roles");
            return List.of();
        }
        List<Line> lines = new ArrayList<>();
        Set<String> logins = new HashSet<>();
        for (Csv.Row row : rows.subList(1, rows.size())) {
            Line line = line(row);
            if (!logins.add(line.account().login())) {
                wrong(row.line(), "access.csv.twice", line.account().login());
            }
            lines.add(line);
        }
        if (lines.isEmpty()) {
            wrong(1, "access.csv.nobody");
        }
        return lines;
    }

    private boolean columns(Csv.Row head) {
        for (int at = 0; at < head.cells().size(); at++) {
            String column = COLUMNS.get(folded(head.cells().get(at)));
            if (column != null) {
                columns.putIfAbsent(column, at);
            }
        }
        return columns.keySet().containsAll(Set.of("login", "name", "roles"));
    }

    private Line line(Csv.Row row) {
        String login = Accounts.folded(cell(row, "login"));
        NewAccount account = new NewAccount(login, cell(row, "name"), roles(row), wards(row));
        if (People.checked(account) instanceof Outcome.Refused<NewAccount>(var problem)) {
            wrong(row.line(), problem.messageKey(), problem.args().toArray(String[]::new));
        }
        String active = folded(cell(row, "active"));
        if (!YES.contains(active) && !NO.contains(active)) {
            wrong(row.line(), "access.csv.active", cell(row, "active"));
        }
        return new Line(row.line(), account, !NO.contains(active));
    }

    private Set<Role> roles(Csv.Row row) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (String word : words(cell(row, "roles"))) {
            Role role = role(word);
            if (role == null) {
                wrong(row.line(), "access.csv.role", word, names());
            } else {
                roles.add(role);
            }
        }
        return roles;
    }

    private static @org.jspecify.annotations.Nullable Role role(String word) {
        String folded = folded(word);
        return Arrays.stream(Role.values())
                .filter(role -> folded(role.name()).equals(folded))
                .findFirst()
                .orElse(FRENCH.get(folded));
    }

    /** The roles as they may be written. */
    public static String names() {
        return Arrays.stream(Role.values())
                .map(role -> role.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }

    private Set<WardCode> wards(Csv.Row row) {
        Set<WardCode> wards = new TreeSet<>();
        for (String word : words(cell(row, "wards"))) {
            WardCode ward = new WardCode(word);
            if (!known.test(ward)) {
                wrong(row.line(), "access.csv.ward", word);
            }
            wards.add(ward);
        }
        return wards;
    }

    private static List<String> words(String cell) {
        return Arrays.stream(cell.split("[\\s|+/,;]+"))
                .filter(word -> !word.isBlank())
                .toList();
    }

    private String cell(Csv.Row row, String column) {
        Integer at = columns.get(column);
        return at == null || at >= row.cells().size() ? "" : row.cells().get(at).strip();
    }

    private void wrong(int line, String key, String... args) {
        errors.add(new LineError(line, key, List.of(args)));
    }

    private static String folded(String text) {
        return Normalizer.normalize(text.strip(), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replace('_', '-');
    }
}
