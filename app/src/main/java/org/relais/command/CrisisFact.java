package org.relais.command;

import java.time.Instant;
import java.util.List;

/** What command says of the crisis. */
sealed interface CrisisFact {
    /** @param frozenFeeds names of the feeds to freeze; the others stay open */
    record Declared(Instant occurredAt, String reason, List<String> frozenFeeds) implements CrisisFact {}

    record Lifted(Instant occurredAt, String reason) implements CrisisFact {}

    record FeedSwitched(String feed, boolean frozen) implements CrisisFact {}
}
