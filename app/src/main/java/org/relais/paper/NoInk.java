package org.relais.paper;

import com.google.zxing.common.BitMatrix;

/** Ink that leaves no mark. */
class NoInk implements Ink {
    @Override
    public void newPage() {}

    @Override
    public void text(Face face, float x, float y, String text) {}

    @Override
    public void reversed(Face face, float x, float y, String text) {}

    @Override
    public void line(Box box, Pen pen) {}

    @Override
    public void frame(Box box, Pen pen) {}

    @Override
    public void fill(Box box) {}

    @Override
    public void matrix(BitMatrix matrix, Box box) {}

    @Override
    public void bars(BitMatrix row, Box box) {}

    @Override
    public boolean visible() {
        return false;
    }
}
