package org.relais.web.node;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.relais.paper.LabelCode;
import org.relais.paper.PageCode;

/** What a scanned text is, by its format and check digits: a page, a band or a label that Relais printed, or the identifier of a person. */
sealed interface Scanned {
    /** ASCII group separator, which closes a field of variable length. */
    char GS = 0x1d;

    record Page(PageCode code) implements Scanned {}

    /** A band or a label of somebody. */
    record Label(LabelCode code) implements Scanned {}

    /** @param value as patients are found by it */
    record Person(String value) implements Scanned {}

    /**
     * The INS DataMatrix (ANS, "Datamatrix INS", header {@code IS01} and 22 zeros): its first field, {@code S1}, is the
     * number, of fixed length, so that it is read even when a scanner drops GS.
     */
    Pattern INS = Pattern.compile("IS010{22}.*?S1([0-9AB]{15}).*", Pattern.DOTALL);

    /** NIR: sex, year, month, department (Corsica 2A, 2B), commune and order, key. */
    Pattern NIR = Pattern.compile("([1-478][0-9]{4}(?:[0-9]{2}|2A|2B)[0-9]{6})([0-9]{2})");

    Pattern IDENTIFIER = Pattern.compile("(?=(?:[^0-9]*[0-9]){4})[0-9A-Za-z][0-9A-Za-z/.-]{3,29}");

    /** Of several readings of one scan, the only one that is something; empty when none is, or more than one. */
    static Optional<Scanned> only(List<String> readings) {
        List<Scanned> found = readings.stream()
                .flatMap(text -> read(text).stream())
                .distinct()
                .toList();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    static Optional<Scanned> read(String text) {
        Optional<PageCode> page = PageCode.read(text);
        if (page.isPresent()) {
            return page.map(Page::new);
        }
        Optional<LabelCode> label = LabelCode.read(text);
        if (label.isPresent()) {
            return label.map(Label::new);
        }
        Matcher ins = INS.matcher(text);
        if (ins.matches()) {
            return nir(ins.group(1));
        }
        if (NIR.matcher(text).matches()) {
            return nir(text);
        }
        return IDENTIFIER.matcher(text).matches() ? Optional.of(new Person(text)) : Optional.empty();
    }

    private static Optional<Scanned> nir(String number) {
        Matcher parts = NIR.matcher(number);
        return parts.matches() && key(parts.group(1)) == Integer.parseInt(parts.group(2))
                ? Optional.of(new Person(number))
                : Optional.empty();
    }

    /** Key of a NIR: 97 less its first 13 digits modulo 97, Corsica 2A read as 19 and 2B as 18. */
    static int key(String first13) {
        long number = Long.parseLong(first13.replace("2A", "19").replace("2B", "18"));
        return (int) (97 - number % 97);
    }
}
