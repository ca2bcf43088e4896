package org.relais.feeds;

/**
 * What the faces of Relais need of the feeds.
 *
 * @param board how each stands
 * @param desk  where they are set up
 * @param refold reads the quarantine again
 */
public record FeedRooms(FeedBoard board, FeedDesk desk, Refold refold) {}
