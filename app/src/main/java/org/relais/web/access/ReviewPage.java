package org.relais.web.access;

/**
 * One bris de glace and the form of its review.
 *
 * @param verdict {@code yes}, {@code no} or empty, as sent
 * @param note    as sent
 * @param second  login of the second person, as sent
 * @param problem why it was refused, or empty
 */
public record ReviewPage(GlassListPage.Row row, String verdict, String note, String second, String problem) {}
