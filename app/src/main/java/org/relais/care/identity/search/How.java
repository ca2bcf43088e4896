package org.relais.care.identity.search;

/** How a part of a question fits what is known, the best first. */
public enum How {
    WHOLE,
    /** The typed letters begin the word. */
    BEGINNING,
    /** Written otherwise, said the same. */
    SOUND,
    /** One letter too many, missing, another, or two neighbours exchanged. */
    LETTER,
    /** Day and month exchanged. */
    SWAPPED,
    /** One of day, month and year is another. */
    ONE_PART,
    /** Less is known, or asked, than the whole date, and that much agrees. */
    PARTLY,
    /** Alike, with more than one letter apart: counts only beside a birth date or a number that fits. */
    ALIKE,
    /** Not found in this identity. */
    NONE;

    static final How[] ALL = values();
}
