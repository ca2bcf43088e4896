package org.relais.care.identity;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.relais.care.ClinicalFact.Name;
import org.relais.care.identity.search.Findable;
import org.relais.care.identity.search.Findable.Word;
import org.relais.care.identity.search.Part;
import org.relais.kernel.Identifier;
import org.relais.kernel.PartialTime;

/**
 * By what a record is found: the words of all its names, those of a compound also run together; its birth date as far as
 * it is known; every number it has or had, and those of its stays.
 */
final class FoundBy {
    private FoundBy() {}

    static Findable of(PatientRecord record) {
        return new Findable(words(record.names), birth(record.birth), numbers(record));
    }

    private static List<Word> words(List<Name> names) {
        List<Word> words = new ArrayList<>(6);
        Name birth = birthName(names);
        for (Name name : names) {
            Part part =
                    name.equals(birth) ? Part.BIRTH_NAME : name.use().equals("D") ? Part.USED_NAME : Part.OTHER_NAME;
            add(words, NameText.words(name.family()), part);
            add(words, NameText.firstGiven(name.given()), Part.FIRST_GIVEN);
            NameText.words(name.given()).forEach(word -> add(words, new Word(word, Part.GIVEN, false)));
        }
        return words;
    }

    private static @Nullable Name birthName(List<Name> names) {
        return names.stream()
                .filter(name -> name.use().equals("L"))
                .findFirst()
                .or(() -> names.stream().findFirst())
                .orElse(null);
    }

    private static void add(List<Word> words, List<String> some, Part part) {
        some.forEach(word -> add(words, new Word(word, part, false)));
        if (some.size() > 1) {
            add(words, new Word(String.join("", some), part, true));
        }
    }

    /** A given name that is the first of one name counts as such, and no word stands twice in one part. */
    private static void add(List<Word> words, Word word) {
        boolean known = words.stream()
                .anyMatch(one -> one.letters().equals(word.letters())
                        && (one.part() == word.part()
                                || (one.part() == Part.FIRST_GIVEN && word.part() == Part.GIVEN)));
        if (!known) {
            words.add(word);
        }
    }

    /** {@code yyyymmdd} with zeros for what was not said, 0 for nothing. */
    static int birth(@Nullable PartialTime birth) {
        if (birth == null) {
            return 0;
        }
        int year = birth.local().getYear() * 10_000;
        int month = year + birth.local().getMonthValue() * 100;
        return switch (birth.precision()) {
            case YEAR -> year;
            case MONTH -> month;
            case DAY, HOUR, MINUTE, SECOND -> month + birth.local().getDayOfMonth();
        };
    }

    /** Every number that a record is found by, as numbers are compared. */
    static Set<String> numbers(PatientRecord record) {
        Set<String> numbers = new HashSet<>();
        numbers.add(NameText.number(record.key.localId()));
        Stream.of(record.identifiers, record.formerIdentifiers)
                .flatMap(List::stream)
                .forEach(one -> numbers.add(NameText.number(one.value())));
        record.moves.stream()
                .flatMap(Move::numbers)
                .map(Identifier::value)
                .distinct()
                .forEach(number -> numbers.add(NameText.number(number)));
        return numbers;
    }
}
