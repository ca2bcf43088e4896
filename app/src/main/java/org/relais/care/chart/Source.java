package org.relais.care.chart;

import java.time.Instant;

/**
 * Where an item comes from.
 *
 * @param system     sending application and facility
 * @param position   the entry
 * @param path       path within the entry; entry + path name the item
 * @param recordedAt when Relais received it
 */
public record Source(String system, long position, String path, Instant recordedAt) {}
