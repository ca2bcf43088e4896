package org.relais.paper;

import java.util.ArrayList;
import java.util.List;

/**
 * The typesetter: breaks paragraphs into lines. Breaks after a space, a hyphen or a slash, never at a no-break space;
 * a word wider than the line is broken between letters. Nothing is ever cut off.
 */
final class Setter {
    private final Fonts fonts;

    Setter(Fonts fonts) {
        this.fonts = fonts;
    }

    /** A line ready to be drawn. */
    record Line(Face face, List<Piece> pieces, float width) {
        float height() {
            return face.lead();
        }

        void draw(Ink ink, float x, float top) {
            for (Piece piece : pieces) {
                ink.text(face.weight(piece.bold()), x + piece.x(), top + face.ascent(), piece.text());
            }
        }
    }

    /** Part of a line in one weight, at its distance from the line's start. */
    record Piece(boolean bold, float x, String text) {}

    List<Line> lines(List<Para> paras, float width) {
        List<Line> lines = new ArrayList<>();
        for (Para para : paras) {
            new Breaker(para.face(), width, lines).set(para);
        }
        return lines;
    }

    /** Width of the widest word, which only letters could break. */
    float widest(Para para) {
        float widest = 0;
        for (Para.Run run : para.runs()) {
            String text = fonts.clean(run.text());
            int from = 0;
            while (from < text.length()) {
                int to = Math.max(from + 1, wordEnd(text, from));
                String word = text.substring(from, to).strip();
                widest = Math.max(widest, fonts.width(para.face().weight(run.bold()), word));
                from = to;
            }
        }
        return widest;
    }

    float width(Face face, String text) {
        return fonts.width(face, text);
    }

    private final class Breaker {
        private final Face face;
        private final float width;
        private final List<Line> lines;
        private List<Piece> pieces = new ArrayList<>();
        private final StringBuilder pending = new StringBuilder();
        private boolean pendingBold;
        private float pendingStart;
        private float at;

        Breaker(Face face, float width, List<Line> lines) {
            this.face = face;
            this.width = width;
            this.lines = lines;
        }

        void set(Para para) {
            for (Para.Run run : para.runs()) {
                String text = fonts.clean(run.text());
                int from = 0;
                while (from < text.length()) {
                    if (text.charAt(from) == '\n') {
                        endLine();
                        from++;
                        continue;
                    }
                    int to = wordEnd(text, from);
                    word(run.bold(), text.substring(from, to));
                    from = to;
                }
            }
            endLine();
        }

        private void word(boolean bold, String word) {
            Face weighted = face.weight(bold);
            float solid = fonts.width(weighted, word.stripTrailing());
            if (at > 0 && at + solid > width) {
                endLine();
            }
            if (solid > width) {
                letters(bold, word);
                return;
            }
            if (at == 0 && word.isBlank()) {
                return;
            }
            put(bold, word, fonts.width(weighted, word));
        }

        private void letters(boolean bold, String word) {
            for (int i = 0; i < word.length(); i++) {
                String letter = word.substring(i, i + 1);
                float wide = fonts.width(face.weight(bold), letter);
                if (at > 0 && at + wide > width) {
                    endLine();
                }
                put(bold, letter, wide);
            }
        }

        private void put(boolean bold, String text, float wide) {
            if (pending.isEmpty() || pendingBold != bold) {
                flush();
                pendingBold = bold;
                pendingStart = at;
            }
            pending.append(text);
            at += wide;
        }

        private void flush() {
            if (!pending.isEmpty()) {
                pieces.add(new Piece(pendingBold, pendingStart, pending.toString()));
                pending.setLength(0);
            }
        }

        private void endLine() {
            float spaces = 0;
            while (!pending.isEmpty() && pending.charAt(pending.length() - 1) == ' ') {
                pending.setLength(pending.length() - 1);
                spaces += fonts.width(face.weight(pendingBold), " ");
            }
            flush();
            lines.add(new Line(face, pieces, at - spaces));
            pieces = new ArrayList<>();
            at = 0;
        }
    }

    private static int wordEnd(String text, int from) {
        int i = from;
        while (i < text.length()) {
            char letter = text.charAt(i);
            if (letter == '\n') {
                return i;
            }
            i++;
            if (letter == ' ') {
                while (i < text.length() && text.charAt(i) == ' ') {
                    i++;
                }
                return i;
            }
            boolean joint = letter == '-' || letter == '/';
            if (joint && i - from > 1 && i < text.length() && Character.isLetter(text.charAt(i))) {
                return i;
            }
        }
        return i;
    }
}
