package org.relais.feeds;

import org.relais.kernel.FeedName;

/**
 * Where a message came from.
 *
 * @param peer network address of the sender, or name of the file
 */
public record Origin(FeedName feed, String peer, Via via) {}
