package org.relais.feeds.hl7v2;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.relais.care.ClinicalFact;
import org.relais.care.ClinicalFact.Coded;
import org.relais.care.ClinicalFact.Name;
import org.relais.hl7.Field;
import org.relais.kernel.Identifier;

/** Composite data types of HL7 v2 (v2.5.1, chapter 2A) as values of care. */
final class DataTypes {
    private DataTypes() {}

    /** CX: an identifier, null when it has no number. {@code usual} is its type where CX.5 is silent. */
    static @Nullable Identifier identifier(Field cx, String usual) {
        String value = cx.value(1);
        if (value.isEmpty()) {
            return null;
        }
        String type = cx.value(5);
        return new Identifier(authority(cx.component(4)), type.isEmpty() ? usual : type, value);
    }

    /** HD: the namespace, else the universal id. */
    static String authority(Field hd) {
        String namespace = hd.value();
        return namespace.isEmpty() ? hd.subcomponent(2).text() : namespace;
    }

    /** EI: the number alone. */
    static String number(Field ei) {
        return ei.value(1);
    }

    /** CE or CWE; the alternate code where the first is absent, CWE.9 where no text is. */
    static Coded coded(Field cwe) {
        boolean alternate = cwe.component(1).isEmpty() && cwe.component(2).isEmpty();
        String code = cwe.value(alternate ? 4 : 1);
        String text = cwe.value(alternate ? 5 : 2);
        String system = cwe.value(alternate ? 6 : 3);
        return new Coded(code, text.isEmpty() ? cwe.value(9) : text, system);
    }

    /** What to show of a coded field, its repetitions joined. */
    static String display(Field coded) {
        return coded.repetitions().stream()
                .map(one -> DataTypes.coded(one).display())
                .filter(text -> !text.isBlank())
                .collect(Collectors.joining(", "));
    }

    /** XPN: a name; null when neither surname nor given name is there. */
    static @Nullable Name name(Field xpn) {
        String family = xpn.value(1);
        String given = given(xpn);
        if (family.isEmpty() && given.isEmpty()) {
            return null;
        }
        return new Name(family, given, xpn.value(7));
    }

    /** XPN.2 and XPN.3; in France XPN.3 is the whole list of given names and repeats the first. */
    private static String given(Field xpn) {
        String first = xpn.value(2);
        String others = xpn.value(3);
        if (others.isEmpty() || others.equals(first)) {
            return first;
        }
        boolean repeats = first.isEmpty() || others.startsWith(first + " ") || others.startsWith(first + ",");
        return repeats ? others : first + " " + others;
    }

    static List<Name> names(Field xpn) {
        List<Name> names = new ArrayList<>(2);
        for (Field one : xpn.repetitions()) {
            Name name = name(one);
            if (name != null) {
                names.add(name);
            }
        }
        return names;
    }

    /** XCN: who, for the eye; the number where no name is. */
    static String person(Field xcn) {
        Field first = xcn.repetitions().isEmpty() ? xcn : xcn.repetitions().getFirst();
        String shown = joined(" ", first.value(6), first.value(2), first.value(3));
        return shown.isEmpty() ? first.value(1) : shown;
    }

    /** XTN: the first number that can be called; null when unsaid. */
    static @Nullable String phone(Field xtn) {
        if (xtn.isDeleted()) {
            return ClinicalFact.DELETED;
        }
        for (Field one : xtn.repetitions()) {
            String number = one.value(12);
            if (number.isEmpty()) {
                number = one.value(1);
            }
            if (number.isEmpty()) {
                number = joined(" ", one.value(5), one.value(6), one.value(7));
            }
            if (!number.isEmpty()) {
                return number;
            }
        }
        return null;
    }

    /** The texts that say something, joined. */
    static String joined(String glue, String... texts) {
        StringBuilder all = new StringBuilder();
        for (String text : texts) {
            if (!text.isBlank()) {
                all.append(all.isEmpty() ? "" : glue).append(text);
            }
        }
        return all.toString();
    }
}
