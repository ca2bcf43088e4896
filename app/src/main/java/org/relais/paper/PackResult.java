package org.relais.paper;

import java.util.List;

/** How a print ended. */
public sealed interface PackResult {
    /** The document is whole; each of its pages, in order. */
    record Printed(List<PrintedPage> pages) implements PackResult {}

    /** It was stopped: what the stream got is no document and is to be thrown away. */
    record Cancelled() implements PackResult {}
}
