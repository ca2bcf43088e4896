package org.relais.care.chart;

import java.util.ArrayList;
import java.util.List;
import org.relais.care.chart.DocumentContent.Block;
import org.relais.care.chart.DocumentContent.Kind;

/**
 * The narrative block of CDA (StrucDoc) gathered as plain pieces of text: paragraphs, items, rows of tables. Whatever
 * else marks the text up is dropped, its words kept.
 */
final class Narrative {
    private final List<Block> blocks = new ArrayList<>();
    private final List<String> row = new ArrayList<>();
    private final StringBuilder words = new StringBuilder();
    private final StringBuilder heading = new StringBuilder();
    private final StringBuilder subject = new StringBuilder();
    private String title = "";
    private int cells;
    private int items;

    void title(String text) {
        heading.append(text);
    }

    /** A title ended, that of the document or of a section. */
    void titled(String parent) {
        String said = plain(heading);
        heading.setLength(0);
        if (parent.equals("ClinicalDocument")) {
            title = said;
        } else if (!said.isEmpty()) {
            blocks.add(Block.of(Kind.HEADING, said));
        }
    }

    void subject(String said) {
        subject.append(subject.isEmpty() || said.isEmpty() ? "" : " ").append(said);
    }

    void start(String name) {
        switch (name) {
            case "td", "th" -> {
                flush();
                cells++;
            }
            case "tr", "paragraph", "table", "list", "caption", "text" -> flush();
            case "item" -> {
                flush();
                items++;
            }
            case "br" -> br();
            case "renderMultiMedia" -> words.append(" [image] ");
            default -> {
                // marked up otherwise: the words alone count
            }
        }
    }

    void end(String name) {
        switch (name) {
            case "td", "th" -> {
                row.add(plain(words));
                words.setLength(0);
                cells--;
            }
            case "tr" -> {
                if (row.stream().anyMatch(cell -> !cell.isEmpty())) {
                    blocks.add(new Block(Kind.ROW, List.copyOf(row)));
                }
                row.clear();
            }
            case "item" -> {
                flush();
                items--;
            }
            case "paragraph", "table", "list", "caption", "text" -> flush();
            default -> {
                // marked up otherwise
            }
        }
    }

    void text(String said) {
        words.append(said);
    }

    private void br() {
        if (cells > 0) {
            words.append(" ; ");
        } else {
            flush();
        }
    }

    /** Within a cell, paragraphs and lists stay in the cell. */
    private void flush() {
        if (cells > 0) {
            words.append(plain(words).isEmpty() ? "" : " ; ");
            return;
        }
        String said = plain(words);
        words.setLength(0);
        if (!said.isEmpty()) {
            blocks.add(Block.of(items > 0 ? Kind.ITEM : Kind.PARAGRAPH, said));
        }
    }

    private static String plain(CharSequence text) {
        return text.toString()
                .replaceAll("\\s+", " ")
                .replaceAll("( ;)+ *$", "")
                .strip();
    }

    DocumentContent reading() {
        flush();
        return new DocumentContent.Reading(title, subject.toString(), List.copyOf(blocks));
    }
}
