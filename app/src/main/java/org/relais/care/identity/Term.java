package org.relais.care.identity;

import java.time.LocalDate;
import java.util.List;

/** One part of a search question. */
sealed interface Term {
    /** A word of a name, or its beginning; folded as by {@link NameText}. */
    record Word(String start) implements Term {}

    /** A birth date. */
    record Day(LocalDate day) implements Term {}

    /** A birth year. */
    record Year(int year) implements Term {}

    /** A whole identifier, of the patient or of a stay; folded as by {@link NameText#number}. */
    record Numbered(String value) implements Term {}

    /** Any of these. */
    record Any(List<Term> terms) implements Term {}

    /** All of these, in one patient. */
    record All(List<Term> terms) implements Term {}
}
