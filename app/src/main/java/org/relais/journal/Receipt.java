package org.relais.journal;

/**
 * What an append answers, only once the entry is on disk.
 *
 * @param position where the entry lies
 * @param key      its name
 * @param known    true when an entry with the same dedup key was there before: nothing was written, and position and key
 *                 are the earlier one's
 */
public record Receipt(long position, EntryKey key, boolean known) {}
