package org.relais.paper;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;

/** A printed document, read back. */
record Pdf(byte[] bytes) {
    static Pdf of(Consumer<ByteArrayOutputStream> printing) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        printing.accept(out);
        return new Pdf(out.toByteArray());
    }

    int pages() {
        try (PdfReader reader = new PdfReader(new ByteArrayInputStream(bytes))) {
            return reader.getNumberOfPages();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The text of each page, every kind of space made one plain space. */
    List<String> texts() {
        try (PdfReader reader = new PdfReader(new ByteArrayInputStream(bytes))) {
            PdfTextExtractor extractor = new PdfTextExtractor(reader);
            List<String> texts = new ArrayList<>();
            for (int page = 1; page <= reader.getNumberOfPages(); page++) {
                texts.add(extractor.getTextFromPage(page).replaceAll("[\\s\\u00A0\\u202F]+", " "));
            }
            return texts;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    String text() {
        return String.join(" ", texts());
    }
}
