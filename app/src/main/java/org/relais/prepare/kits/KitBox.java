package org.relais.prepare.kits;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.relais.care.identity.numbers.DowntimeNumber;

/**
 * A box, as it stands.
 *
 * @param given   where it is kept, or empty while nobody got it
 * @param taken   how many of its numbers were used or spoilt, as far as Relais was told
 * @param opened  when its seal was broken, or null; {@code usedUp} when it was said to be empty
 */
public record KitBox(
        int kit,
        int from,
        int to,
        KitStep.Content content,
        Instant printed,
        String job,
        String given,
        int taken,
        @Nullable Instant opened,
        @Nullable Instant usedUp) {
    /** States, in their order. */
    public enum State {
        PRINTED,
        GIVEN,
        OPENED,
        USED_UP
    }

    public State state() {
        if (usedUp != null || taken >= size()) {
            return State.USED_UP;
        }
        if (opened != null || taken > 0) {
            return State.OPENED;
        }
        return given.isEmpty() ? State.PRINTED : State.GIVEN;
    }

    public int size() {
        return to - from + 1;
    }

    /** {@code 98-0}. */
    public String id() {
        return kit + "-" + from;
    }

    public List<DowntimeNumber> numbers() {
        return IntStream.rangeClosed(from, to)
                .mapToObj(sequence -> new DowntimeNumber(kit, sequence))
                .toList();
    }
}
