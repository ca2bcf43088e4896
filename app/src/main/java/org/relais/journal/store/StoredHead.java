package org.relais.journal.store;

/**
 * The last entry of one epoch of one author.
 *
 * @param author   16 bytes
 * @param epoch    16 bytes
 * @param seq      of the last entry
 * @param hash     of the last entry
 * @param position of the last entry
 */
public record StoredHead(byte[] author, byte[] epoch, long seq, byte[] hash, long position) {}
