package org.relais.care.identity.linkage;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a column of a list may hold; the names are those of {@code mapping.json}. */
public enum ListField {
    ROW_ID,
    SURNAME,
    USED_SURNAME,
    GIVEN_NAME,
    BIRTH_DATE,
    SEX,
    BIRTHPLACE,
    ADDRESS,
    POSTCODE,
    PLACE,
    PHONE,
    IDENTIFIER;

    /** Its name in a mapping. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<ListField> of(String key) {
        return Stream.of(values())
                .filter(field -> field.key().equals(key.strip().toLowerCase(Locale.ROOT)))
                .findFirst();
    }
}
