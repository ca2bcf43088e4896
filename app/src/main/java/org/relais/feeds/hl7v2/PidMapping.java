package org.relais.feeds.hl7v2;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.relais.care.ClinicalFact;
import org.relais.care.ClinicalFact.IdentityStated;
import org.relais.care.ClinicalFact.Name;
import org.relais.hl7.Field;
import org.relais.hl7.Segment;
import org.relais.kernel.Identifier;
import org.relais.kernel.RecordKey;
import org.relais.kernel.Sex;

/** PID → who a record says it is (HL7 v2.5.1 chapter 3.4.2, IHE PAM France 2.11). */
final class PidMapping {
    private static final String BIRTHPLACE = "BDL";

    private PidMapping() {}

    static void fold(Segment pid, RecordKey record, Findings findings) {
        Field mother = pid.field(21);
        findings.add(new IdentityStated(
                record,
                identifiers(pid),
                names(pid),
                findings.time(pid, 7),
                sex(pid.field(8)),
                birthplace(pid),
                address(pid.field(11)),
                phone(pid),
                values(pid.field(32)),
                DataTypes.identifier(mother, ""),
                multiple(pid.value(24)),
                order(pid.value(25)),
                findings.time(pid, 29)));
        if (pid.value(30).equals("Y") && pid.field(29).isEmpty()) {
            findings.flag("feeds.flag.death-without-date");
        }
    }

    private static List<Identifier> identifiers(Segment pid) {
        List<Identifier> all = new ArrayList<>(4);
        add(all, pid.field(3), "");
        add(all, pid.field(2), "");
        add(all, pid.field(4), "");
        add(all, pid.field(18), "AN");
        add(all, pid.field(19), "SS");
        return all;
    }

    private static void add(List<Identifier> all, Field list, String usual) {
        for (Field cx : list.repetitions()) {
            Identifier identifier = DataTypes.identifier(cx, usual);
            if (identifier != null && !all.contains(identifier)) {
                all.add(identifier);
            }
        }
    }

    private static List<Name> names(Segment pid) {
        List<Name> names = DataTypes.names(pid.field(5));
        for (Name alias : DataTypes.names(pid.field(9))) {
            names.add(alias.use().isEmpty() ? new Name(alias.family(), alias.given(), "A") : alias);
        }
        return names;
    }

    private static @Nullable Sex sex(Field said) {
        return switch (said.value()) {
            case "F", "f" -> Sex.FEMALE;
            case "M", "m" -> Sex.MALE;
            case "" -> said.isDeleted() ? Sex.UNKNOWN : null;
            case "U", "u" -> Sex.UNKNOWN;
            default -> Sex.INDETERMINATE;
        };
    }

    private static @Nullable String birthplace(Segment pid) {
        for (Field xad : pid.field(11).repetitions()) {
            if (xad.value(7).equals(BIRTHPLACE)) {
                return DataTypes.joined(" ", xad.value(3), xad.value(5), xad.value(9), xad.value(6));
            }
        }
        Field said = pid.field(23);
        return said.isDeleted() ? ClinicalFact.DELETED : said.isEmpty() ? null : said.value();
    }

    private static @Nullable String address(Field list) {
        if (list.isDeleted()) {
            return ClinicalFact.DELETED;
        }
        for (Field xad : list.repetitions()) {
            String town = DataTypes.joined(" ", xad.value(5), xad.value(3), xad.value(4));
            String shown = DataTypes.joined(", ", xad.value(1), xad.value(2), town);
            if (!xad.value(7).equals(BIRTHPLACE) && !shown.isEmpty()) {
                return shown;
            }
        }
        return null;
    }

    private static @Nullable String phone(Segment pid) {
        String home = DataTypes.phone(pid.field(13));
        return home == null ? DataTypes.phone(pid.field(14)) : home;
    }

    private static List<String> values(Field list) {
        List<String> values = new ArrayList<>(1);
        for (Field one : list.repetitions()) {
            String value = one.value();
            if (!value.isEmpty()) {
                values.add(value);
            }
        }
        return values;
    }

    private static @Nullable Boolean multiple(String said) {
        return switch (said) {
            case "Y" -> Boolean.TRUE;
            case "N" -> Boolean.FALSE;
            default -> null;
        };
    }

    private static @Nullable Integer order(String said) {
        boolean digits = !said.isEmpty() && said.length() <= 2 && said.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits ? Integer.valueOf(said) : null;
    }
}
