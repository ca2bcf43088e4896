package org.relais.web.shell;

/**
 * A time as a page shows it.
 *
 * @param iso      for {@code <time datetime>}; to the precision that is known
 * @param absolute date and time in the reader's language
 * @param age      how long ago, in words
 */
public record Moment(String iso, String absolute, String age) {}
