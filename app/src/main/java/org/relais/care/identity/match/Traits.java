package org.relais.care.identity.match;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.relais.care.identity.NameText;
import org.relais.kernel.Sex;

/**
 * What is known of a person, in the form in which it is compared: names and places folded to capitals without
 * diacritics, words one space apart; numbers without spaces. An empty text is not known. Never for showing.
 *
 * @param surname     birth surname, or the only one known
 * @param usedSurname used surname where it is another, else empty
 * @param givenNames  given names in order, one space apart
 * @param birthDate   {@code yyyymmdd}, zeros for what is not known of it; 0 when nothing is. Not always a day of the
 *                    calendar: an odd date is compared as it stands
 * @param birthplace  code (COG) or name
 * @param phone       last nine digits, so that {@code 0696…} and {@code +596 696…} are one
 * @param identifiers every number known, national or local
 */
public record Traits(
        String surname,
        String usedSurname,
        String givenNames,
        int birthDate,
        Sex sex,
        String birthplace,
        String address,
        String postcode,
        String place,
        String phone,
        List<String> identifiers) {

    private static final int PHONE_DIGITS = 9;
    private static final int LONGEST = 200;
    private static final Set<String> NOTHING =
            Set.of("NA", "N A", "NAN", "NULL", "NONE", "NIL", "UNKNOWN", "INCONNU", "INCONNUE", "NC", "NR");

    public static Builder builder() {
        return new Builder();
    }

    /** A name, place or address as it is compared; empty for a text that says it is not known. At most 200 characters. */
    public static String text(String raw) {
        String folded = NameText.fold(raw.length() > LONGEST ? raw.substring(0, LONGEST) : raw);
        return NOTHING.contains(folded) ? "" : folded;
    }

    /** A number as it is compared. */
    public static String number(String raw) {
        String text = text(raw);
        return text.replace(" ", "");
    }

    /** A phone number as it is compared: its last nine digits. */
    public static String phone(String raw) {
        StringBuilder digits = new StringBuilder();
        raw.chars()
                .filter(letter -> letter >= '0' && letter <= '9')
                .limit(LONGEST)
                .forEach(letter -> digits.append((char) letter));
        return digits.length() > PHONE_DIGITS ? digits.substring(digits.length() - PHONE_DIGITS) : digits.toString();
    }

    /** Sex from a list: F, M and their French and English words, 1 and 2; else unknown. */
    public static Sex sex(String raw) {
        return switch (raw.strip().toUpperCase(Locale.ROOT)) {
            case "F", "FEMALE", "FEMME", "FEMININ", "FÉMININ", "W", "2", "MME", "MADAME", "FILLE" -> Sex.FEMALE;
            case "M", "MALE", "HOMME", "MASCULIN", "H", "1", "MR", "MONSIEUR", "GARÇON", "GARCON" -> Sex.MALE;
            case "I", "INDETERMINATE", "INDETERMINE", "INDÉTERMINÉ" -> Sex.INDETERMINATE;
            default -> Sex.UNKNOWN;
        };
    }

    /** Gathers traits as they were written; each setter folds. What is not set is not known. */
    public static final class Builder {
        private String surname = "";
        private String usedSurname = "";
        private String givenNames = "";
        private int birthDate;
        private Sex sex = Sex.UNKNOWN;
        private String birthplace = "";
        private String address = "";
        private String postcode = "";
        private String place = "";
        private String phone = "";
        private final List<String> identifiers = new ArrayList<>(1);

        private Builder() {}

        public Builder surname(String raw) {
            surname = text(raw);
            return this;
        }

        public Builder usedSurname(String raw) {
            usedSurname = text(raw);
            return this;
        }

        public Builder givenNames(String raw) {
            givenNames = text(raw);
            return this;
        }

        /** {@code yyyymmdd}, zeros for unknown parts. */
        public Builder birthDate(int yyyymmdd) {
            birthDate = yyyymmdd;
            return this;
        }

        public Builder sex(Sex said) {
            sex = said;
            return this;
        }

        public Builder birthplace(String raw) {
            birthplace = text(raw);
            return this;
        }

        public Builder address(String raw) {
            address = AddressComparison.fold(raw);
            return this;
        }

        public Builder postcode(String raw) {
            postcode = number(raw);
            return this;
        }

        public Builder place(String raw) {
            place = AddressComparison.fold(raw);
            return this;
        }

        public Builder phone(String raw) {
            phone = Traits.phone(raw);
            return this;
        }

        /** One number more; an empty one is passed over. */
        public Builder identifier(String raw) {
            String number = number(raw);
            if (!number.isEmpty()) {
                identifiers.add(number);
            }
            return this;
        }

        public Traits build() {
            return new Traits(
                    surname,
                    usedSurname.equals(surname) ? "" : usedSurname,
                    givenNames,
                    birthDate,
                    sex,
                    birthplace,
                    address,
                    postcode,
                    place,
                    phone,
                    List.copyOf(identifiers));
        }
    }
}
