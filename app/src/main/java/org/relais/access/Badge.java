package org.relais.access;

import java.time.Instant;

/**
 * The badge of a person, as far as others may know.
 *
 * @param since    when it was issued, or its PIN cleared: the PIN is chosen within two weeks from then
 * @param enrolled a PIN was chosen
 */
public record Badge(Instant since, boolean enrolled) {}
