package org.relais.kernel;

import java.time.Instant;

/**
 * The two times of every fact.
 *
 * @param occurredAt when it happened, as said by whoever reports it
 * @param recordedAt when this node wrote it down
 */
public record When(Instant occurredAt, Instant recordedAt) {}
