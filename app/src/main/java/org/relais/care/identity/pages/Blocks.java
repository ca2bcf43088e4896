package org.relais.care.identity.pages;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Stretches of bytes by address, outside the heap. A block is its length (4 bytes) and its bytes; it lies in units of four
 * bytes, in one page, longer ones in a page of their own. One that is freed is overwritten with zeros, and its room is
 * taken by the next that needs as much.
 */
public final class Blocks {
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT.withOrder(ByteOrder.BIG_ENDIAN);

    /** No block has this address. */
    public static final int NONE = 0;

    private static final int UNIT_BITS = 2;
    private static final int PAGE_BITS = 20 - UNIT_BITS;
    private static final int PAGE = 1 << PAGE_BITS;
    private static final int SMALL = 64;
    private static final int FIRST = 1 << 10;
    private MemorySegment[] pages = new MemorySegment[0];
    private int end = 1;
    /** By room in units, the last block that was freed; each leads to the one before. */
    private final Map<Integer, Integer> freed = new HashMap<>();

    /** Bytes of memory taken. */
    public long size() {
        return Arrays.stream(pages)
                .filter(Objects::nonNull)
                .mapToLong(MemorySegment::byteSize)
                .sum();
    }

    /** Copies of the pages, as they lie in memory. */
    public Stream<byte[]> memory() {
        return Arrays.stream(pages).filter(Objects::nonNull).map(page -> page.toArray(ValueLayout.JAVA_BYTE));
    }

    /** Keeps bytes. @return their address */
    public int put(byte[] bytes, int length) {
        int address = take(room(length));
        write(address, bytes, length);
        return address;
    }

    /** Keeps bytes in the place of a block. @return their address, which may be another */
    public int replace(int address, byte[] bytes, int length) {
        int before = length(address);
        if (room(before) != room(length)) {
            free(address);
            return put(bytes, length);
        }
        write(address, bytes, length);
        if (length < before) {
            page(address)
                    .asSlice(offset(address) + Integer.BYTES + length, before - length)
                    .fill((byte) 0);
        }
        return address;
    }

    /** Gives a block up: nothing of it is left. */
    public void free(int address) {
        int room = room(length(address));
        page(address).asSlice(offset(address), (long) room << UNIT_BITS).fill((byte) 0);
        page(address).set(INT, offset(address), freed.getOrDefault(room, NONE));
        freed.put(room, address);
    }

    public int length(int address) {
        return page(address).get(INT, offset(address));
    }

    /** A copy of a block's bytes. */
    public byte[] get(int address) {
        return get(address, length(address));
    }

    /** A copy of the first of a block's bytes. */
    public byte[] get(int address, int first) {
        byte[] bytes = new byte[first];
        MemorySegment.copy(page(address), ValueLayout.JAVA_BYTE, offset(address) + Integer.BYTES, bytes, 0, first);
        return bytes;
    }

    /** Four bytes of a block as a number, the highest first, from an offset that is a multiple of four. */
    public int intAt(int address, int at) {
        return page(address).get(INT, offset(address) + Integer.BYTES + at);
    }

    /** Sets four bytes of a block. */
    public void setInt(int address, int at, int value) {
        page(address).set(INT, offset(address) + Integer.BYTES + at, value);
    }

    /** Whether these bytes stand in a block from an offset on. */
    public boolean holds(int address, int at, byte[] bytes) {
        if (at + bytes.length > length(address)) {
            return false;
        }
        MemorySegment page = page(address);
        long from = offset(address) + Integer.BYTES + at;
        for (int one = 0; one < bytes.length; one++) {
            if (page.get(ValueLayout.JAVA_BYTE, from + one) != bytes[one]) {
                return false;
            }
        }
        return true;
    }

    private void write(int address, byte[] bytes, int length) {
        MemorySegment page = page(address);
        page.set(INT, offset(address), length);
        MemorySegment.copy(bytes, 0, page, ValueLayout.JAVA_BYTE, offset(address) + Integer.BYTES, length);
    }

    private MemorySegment page(int address) {
        return pages[address >>> PAGE_BITS];
    }

    private static long offset(int address) {
        return (long) (address & (PAGE - 1)) << UNIT_BITS;
    }

    /** Units that a block of so many bytes has: some to spare in a long one, which often grows. */
    private static int room(int length) {
        int units = (length + 2 * Integer.BYTES - 1) >> UNIT_BITS;
        if (units <= SMALL) {
            return units;
        }
        int step = Integer.highestOneBit(units) >> 3;
        return (units + step - 1) / step * step;
    }

    private int take(int room) {
        int free = freed.getOrDefault(room, NONE);
        if (free != NONE) {
            freed.put(room, length(free));
            return free;
        }
        int in = end & (PAGE - 1);
        if (end >= pages.length << PAGE_BITS || in + room > PAGE) {
            begin(room);
        } else if (in + room > pages[0].byteSize() >> UNIT_BITS && pages.length == 1) {
            MemorySegment larger = fresh(Math.min(PAGE, 2L * (in + room)));
            MemorySegment.copy(pages[0], 0, larger, 0, pages[0].byteSize());
            pages[0].fill((byte) 0);
            pages[0] = larger;
        }
        int address = end;
        end = room > PAGE ? pages.length << PAGE_BITS : end + room;
        return address;
    }

    /** Begins a page: the first is small and has no block at its first place, a long block has one of its own. */
    private void begin(int room) {
        int at = pages.length;
        pages = Arrays.copyOf(pages, at + Math.max(1, (room + PAGE - 1) >>> PAGE_BITS));
        pages[at] = fresh(at == 0 ? Math.max(FIRST, room + 1) : Math.max(PAGE, room));
        end = (at << PAGE_BITS) + (at == 0 ? 1 : 0);
    }

    private static MemorySegment fresh(long length) {
        return Arena.ofAuto().allocate(length << UNIT_BITS, Long.BYTES);
    }
}
