package org.relais.care.chart;

import java.util.Optional;
import org.relais.care.ClinicalFact.DocumentPart;
import org.relais.care.chart.DocumentContent.Unshown;
import org.relais.care.chart.DocumentContent.Why;
import org.relais.journal.Journal;

/** The contents of documents, taken from the entries that hold them when somebody asks. */
public final class Documents {
    private final Journal journal;
    private final DocumentReader reader;

    public Documents(Journal journal, DocumentReader reader) {
        this.journal = journal;
        this.reader = reader;
    }

    /** A document of a chart, one of its parts, and what it holds. */
    public record Opened(Chart.Document document, DocumentPart part, DocumentContent content) {}

    /**
     * Opens a part of a document that is in this chart.
     *
     * @param position of the entry, as the chart says it
     * @param path     of the part
     * @return nothing when the chart has no such part: what is somebody else's stays closed
     */
    public Optional<Opened> open(Chart chart, long position, String path) {
        return chart.documents().stream()
                .filter(document -> document.source().position() == position)
                .flatMap(document -> document.parts().stream()
                        .filter(part -> part.path().equals(path))
                        .map(part -> new Opened(document, part, content(part, position))))
                .findFirst();
    }

    private DocumentContent content(DocumentPart part, long position) {
        if (!part.held()) {
            return new Unshown(Why.ELSEWHERE, 0);
        }
        return reader.read(journal.whole(journal.entry(position)), part.path())
                .map(DocumentForms::of)
                .orElseGet(() -> new Unshown(Why.UNREADABLE, 0));
    }
}
