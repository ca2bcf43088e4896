package org.relais.care.identity.pages;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;

/** Numbers by place, as many as were set, outside the heap; 0 where none was. */
public final class IntPages {
    private static final int BITS = 18;
    private static final int PAGE = 1 << BITS;
    private static final int FIRST = 1 << 7;
    private MemorySegment[] pages = new MemorySegment[0];
    private long room;

    /** The number at a place. */
    public int get(long at) {
        return at < room ? pages[(int) (at >>> BITS)].getAtIndex(ValueLayout.JAVA_INT, at & (PAGE - 1)) : 0;
    }

    /** Sets the number at a place. */
    public void set(long at, int value) {
        while (at >= room) {
            grow();
        }
        pages[(int) (at >>> BITS)].setAtIndex(ValueLayout.JAVA_INT, at & (PAGE - 1), value);
    }

    /** The first page grows by doubling, so that few numbers take little. */
    private void grow() {
        if (room > 0 && room < PAGE) {
            MemorySegment larger = page((int) room * 2);
            MemorySegment.copy(pages[0], 0, larger, 0, pages[0].byteSize());
            pages[0] = larger;
            room *= 2;
        } else {
            pages = Arrays.copyOf(pages, pages.length + 1);
            int length = pages.length == 1 ? FIRST : PAGE;
            pages[pages.length - 1] = page(length);
            room += length;
        }
    }

    private static MemorySegment page(int length) {
        return Arena.ofAuto().allocate(ValueLayout.JAVA_INT, length);
    }
}
