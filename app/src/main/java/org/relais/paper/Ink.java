package org.relais.paper;

import com.google.zxing.common.BitMatrix;

/** Where a layout is drawn: on a PDF, or nowhere when its pages are only to be counted. */
interface Ink {
    void newPage();

    /** @param y of the baseline, from the top */
    void text(Face face, float x, float y, String text);

    /** White text, for use on {@link #fill}. */
    void reversed(Face face, float x, float y, String text);

    void line(Box box, Pen pen);

    void frame(Box box, Pen pen);

    void fill(Box box);

    /** Takes the ink off a place. */
    default void blank(Box box) {}

    void matrix(BitMatrix matrix, Box box);

    /** Bars as high as the box, centred in it, of the widest module that the device draws exactly. */
    void bars(BitMatrix row, Box box);

    /** Puts right, on this page, what the printer shifts and stretches. */
    default void correct(Calibration calibration) {}

    /** False when nothing is drawn, so that costly drawings need not be made. */
    boolean visible();
}
