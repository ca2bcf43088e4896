package org.relais.paper;

import java.util.List;

/**
 * One cell of a table.
 *
 * @param mark  how loudly it asks to be noticed
 * @param right figures stand to the right
 */
record Cell(List<Para> paras, Mark mark, boolean right) {
    /** How loudly a cell asks to be noticed; the words are in the cell itself. */
    enum Mark {
        NONE,
        RECHECK,
        CRITICAL
    }

    static Cell of(Para... paras) {
        return new Cell(List.of(paras), Mark.NONE, false);
    }

    static Cell text(String text) {
        return of(Para.text(text));
    }

    static Cell bold(String text) {
        return of(Para.bold(text));
    }

    static Cell empty() {
        return new Cell(List.of(), Mark.NONE, false);
    }

    Cell marked(Mark wanted) {
        return new Cell(paras, wanted, right);
    }

    Cell flushRight() {
        return new Cell(paras, mark, true);
    }
}
