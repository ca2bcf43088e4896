package org.relais.care.identity.match;

import java.util.List;
import org.relais.kernel.Sex;

/**
 * What came of comparing the traits of two records: a level a field, and the values that are the same, whose rarity
 * counts.
 *
 * @param pattern the levels, packed
 * @param surname the surname that both bear, empty where none
 * @param given   the given names that both bear, empty where none
 */
public record Comparison(long pattern, String surname, String given, Traits one, Traits two) {

    public static Comparison of(Traits one, Traits two) {
        List<String> names = List.of(
                "",
                one.surname(),
                one.usedSurname(),
                one.givenNames(),
                two.surname(),
                two.usedSurname(),
                two.givenNames());
        JointNames joint = new JointNames((left, right) -> NameComparison.level(names.get(left), names.get(right)));
        long pattern = joint.compare(numbered(names, 1), numbered(names, 4));
        pattern = Pattern.with(pattern, Field.BIRTH_DATE, DateComparison.level(one.birthDate(), two.birthDate()));
        pattern = Pattern.with(pattern, Field.SEX, sex(one.sex(), two.sex()));
        pattern = Pattern.with(pattern, Field.BIRTHPLACE, NameComparison.level(one.birthplace(), two.birthplace()));
        pattern = Pattern.with(pattern, Field.ADDRESS, AddressComparison.level(one.address(), two.address()));
        pattern = Pattern.with(pattern, Field.POSTCODE, NumberComparison.level(one.postcode(), two.postcode()));
        pattern = Pattern.with(pattern, Field.PLACE, NameComparison.level(one.place(), two.place()));
        pattern = Pattern.with(pattern, Field.PHONE, NumberComparison.level(one.phone(), two.phone()));
        pattern = Pattern.with(pattern, Field.IDENTIFIER, NumberComparison.best(one.identifiers(), two.identifiers()));
        return new Comparison(pattern, names.get(joint.commonSurname()), names.get(joint.commonGiven()), one, two);
    }

    public Level level(Field field) {
        return Pattern.level(pattern, field);
    }

    /** Sexes agree or differ; unknown and indeterminate say nothing. */
    static Level sex(Sex one, Sex two) {
        boolean known = (one == Sex.FEMALE || one == Sex.MALE) && (two == Sex.FEMALE || two == Sex.MALE);
        return !known ? Level.MISSING : one == two ? Level.SAME : Level.DIFFERENT;
    }

    /** The value that is the same in both in a field; empty where it is not the same. */
    String common(Field field) {
        if (field != Field.SURNAME && field != Field.GIVEN_NAME && level(field) != Level.SAME) {
            return "";
        }
        return switch (field) {
            case SURNAME -> surname;
            case GIVEN_NAME -> given;
            case NAME_ORDER, SEX -> "";
            case BIRTH_DATE -> String.valueOf(one.birthDate());
            case BIRTHPLACE -> one.birthplace();
            case ADDRESS -> one.address();
            case POSTCODE -> one.postcode();
            case PLACE -> one.place();
            case PHONE -> one.phone();
            case IDENTIFIER ->
                one.identifiers().stream()
                        .filter(two.identifiers()::contains)
                        .findFirst()
                        .orElse("");
        };
    }

    /** A name that stands where another stands is one name: equal texts get one number. */
    private static JointNames.Names numbered(List<String> names, int from) {
        return new JointNames.Names(number(names, from), number(names, from + 1), number(names, from + 2));
    }

    private static int number(List<String> names, int at) {
        return names.get(at).isEmpty() ? 0 : names.indexOf(names.get(at));
    }
}
