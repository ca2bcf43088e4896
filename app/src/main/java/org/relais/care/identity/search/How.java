package org.relais.care.identity.search;

/** How a part of a question fits what is known, the best first. */
public enum How {
    WHOLE(0),
    /** The typed letters begin the word. */
    BEGINNING(1),
    /** Written otherwise, said the same. */
    SOUND(2),
    /** One letter too many, missing, another, or two neighbours exchanged. */
    LETTER(3),
    /** Day and month exchanged. */
    SWAPPED(4),
    /** One of day, month and year is another. */
    ONE_PART(5),
    /** Less is known, or asked, than the whole date, and that much agrees. */
    PARTLY(6),
    /** Alike, with more than one letter apart: counts only beside a birth date or a number that fits. */
    ALIKE(7),
    /** Not found in this identity. */
    NONE(8);

    static final How[] ALL = values();

    /** Its place in {@link #ALL}. */
    final int place;

    How(int place) {
        this.place = place;
    }
}
