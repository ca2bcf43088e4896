package org.relais.journal;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One submission of a form, by the random key that the form carries. Every fact appended within it by the same thread
 * takes its dedup key from that key and from its order: the same submission, taken in again after a restart even, writes
 * nothing twice. So a submission's facts are appended together, or by work that may be begun anew.
 */
public final class Once {
    private static final ScopedValue<Optional<Once>> CURRENT = ScopedValue.newInstance();

    private final String key;
    private final AtomicInteger taken = new AtomicInteger();

    /** @param key random and unguessable, with whatever keeps one form from being taken for another */
    public Once(String key) {
        this.key = key;
    }

    /** The dedup key of the first fact: the journal contains it once the submission was taken in. */
    public byte[] first() {
        return numbered(0);
    }

    /** Does the work of the submission. */
    public <T, X extends Throwable> T within(ScopedValue.CallableOp<? extends T, X> work) throws X {
        return ScopedValue.where(CURRENT, Optional.of(this)).call(work);
    }

    /** Does work whose facts are written each time, whatever submission it is part of: traces of access. */
    public static void eachTime(Runnable work) {
        ScopedValue.where(CURRENT, Optional.empty()).run(work);
    }

    /** The draft under the key of the submission that is under way, unless it has a key of its own. */
    static Draft keyed(Draft draft) {
        if (draft.dedupKey() != null || !CURRENT.isBound()) {
            return draft;
        }
        return CURRENT.get()
                .map(once -> draft.onlyOnce(once.numbered(once.taken.getAndIncrement())))
                .orElse(draft);
    }

    private byte[] numbered(int order) {
        return ("once\0" + key + "\0" + order).getBytes(StandardCharsets.UTF_8);
    }
}
