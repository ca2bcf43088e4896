package org.relais.care.identity;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.relais.care.identity.search.Term;
import org.relais.care.identity.search.Term.All;
import org.relais.care.identity.search.Term.Any;
import org.relais.care.identity.search.Term.Day;
import org.relais.care.identity.search.Term.Joined;
import org.relais.care.identity.search.Term.Numbered;
import org.relais.care.identity.search.Term.Word;
import org.relais.care.identity.search.Term.Year;

/**
 * What somebody typed or scanned into the search box, read as names, birth dates and numbers, in any order; all of it
 * must fit one patient. A run of digits with spaces may be one number, or a date and numbers: either will do.
 */
public final class SearchText {
    private final List<String> pieces;
    private final LocalDate today;
    private final List<Term> terms = new ArrayList<>();

    private SearchText(String text, LocalDate today) {
        String stripped = text.strip();
        this.pieces = stripped.isEmpty() ? List.of() : List.of(stripped.split("\\s+"));
        this.today = today;
    }

    /** The question; {@code All[]} when the text says nothing. */
    public static Term.All read(String text, LocalDate today) {
        return new SearchText(text, today).all();
    }

    private All all() {
        int at = 0;
        while (at < pieces.size()) {
            at += take(at);
        }
        return new All(withJoined());
    }

    /** The question, in which a word may also be run together with the one before or after it. */
    private List<Term> withJoined() {
        List<Term> whole = new ArrayList<>(terms.size());
        for (int term = 0; term < terms.size(); term++) {
            String word = word(term);
            if (word.isEmpty()) {
                whole.add(terms.get(term));
            } else {
                List<Term> any = new ArrayList<>(((Any) terms.get(term)).terms());
                String before = word(term - 1);
                String after = word(term + 1);
                if (!before.isEmpty()) {
                    any.add(new Joined(before + word));
                }
                if (!after.isEmpty()) {
                    any.add(new Joined(word + after));
                }
                whole.add(new Any(any));
            }
        }
        return List.copyOf(whole);
    }

    private String word(int term) {
        return term >= 0
                        && term < terms.size()
                        && terms.get(term) instanceof Any(List<Term> any)
                        && any.getFirst() instanceof Word(String word)
                ? word
                : "";
    }

    /**
     * Reads what begins at a piece.
     *
     * @return how many pieces it took
     */
    private int take(int at) {
        List<LocalDate> written = datesAt(at, 3);
        if (!written.isEmpty() && hasMonth(at)) {
            terms.add(days(written));
            return 3;
        }
        int digits = digitsFrom(at);
        if (digits > 1) {
            terms.add(new Any(List.of(number(at, at + digits), parts(at, at + digits))));
            return digits;
        }
        terms.addAll(single(pieces.get(at)));
        return 1;
    }

    /** A run of digit pieces read as dates, and numbers between them. */
    private Term parts(int from, int to) {
        List<Term> parts = new ArrayList<>();
        int number = from;
        int at = from;
        while (at < to) {
            List<LocalDate> three = at + 3 <= to ? datesAt(at, 3) : List.of();
            List<LocalDate> days = three.isEmpty() ? datesAt(at, 1) : three;
            int taken = three.isEmpty() ? 1 : 3;
            if (!days.isEmpty()) {
                if (number < at) {
                    parts.add(number(number, at));
                }
                parts.add(taken == 1 ? new Any(List.of(days(days), number(at, at + 1))) : days(days));
                number = at + taken;
            }
            at += taken;
        }
        if (number < to) {
            parts.add(number(number, to));
        }
        return new All(List.copyOf(parts));
    }

    private List<Term> single(String piece) {
        Term number = new Numbered(NameText.number(piece));
        List<String> words = NameText.words(piece);
        if (!words.isEmpty() && piece.chars().noneMatch(Character::isDigit)) {
            return words.stream()
                    .<Term>map(word -> new Any(List.of(new Word(word), number)))
                    .toList();
        }
        List<Term> meanings = new ArrayList<>();
        List<LocalDate> days = BirthDateText.read(piece, today);
        if (!days.isEmpty()) {
            meanings.add(days(days));
        }
        if (piece.matches("(18|19|20)\\d\\d")) {
            meanings.add(new Year(Integer.parseInt(piece)));
        }
        meanings.add(number);
        return List.of(new Any(List.copyOf(meanings)));
    }

    private Term number(int from, int to) {
        return new Numbered(NameText.number(String.join("", pieces.subList(from, to))));
    }

    private static Term days(List<LocalDate> days) {
        return new Any(days.stream().<Term>map(Day::new).toList());
    }

    private List<LocalDate> datesAt(int at, int count) {
        return at + count > pieces.size()
                ? List.of()
                : BirthDateText.read(String.join(" ", pieces.subList(at, at + count)), today);
    }

    private boolean hasMonth(int at) {
        return pieces.subList(at, at + 3).stream().anyMatch(BirthDateText::isMonth);
    }

    private int digitsFrom(int at) {
        int to = at;
        while (to < pieces.size() && pieces.get(to).matches("[0-9][0-9./-]*")) {
            to++;
        }
        return to - at;
    }
}
