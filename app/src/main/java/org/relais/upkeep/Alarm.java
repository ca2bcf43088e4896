package org.relais.upkeep;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that must be put right, as a value: shown on the page, by {@code doctor}, in the metrics. No health data.
 *
 * @param key   of the text in {@code i18n/upkeep_{fr,en}.properties}; {@code <key>.do} says what to do
 * @param about the ward, folder or file meant; may be empty
 * @param since the last time it was well, or null for never
 */
public record Alarm(String key, String about, @Nullable Instant since) {}
