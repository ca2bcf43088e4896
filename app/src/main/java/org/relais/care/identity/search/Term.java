package org.relais.care.identity.search;

import java.time.LocalDate;
import java.util.List;

/** One part of a search question. */
public sealed interface Term {
    /** A word of a name, or its beginning; folded to A–Z. */
    record Word(String start) implements Term {}

    /** Two typed words run together: fits what is written as one word. */
    record Joined(String letters) implements Term {}

    /** A birth date. */
    record Day(LocalDate day) implements Term {}

    /** A birth year. */
    record Year(int year) implements Term {}

    /** A whole identifier, of the patient or of a stay; folded to A–Z and 0–9. */
    record Numbered(String value) implements Term {}

    /** Any of these. */
    record Any(List<Term> terms) implements Term {}

    /** All of these, in one patient. */
    record All(List<Term> terms) implements Term {}
}
