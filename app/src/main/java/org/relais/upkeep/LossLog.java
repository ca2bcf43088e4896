package org.relais.upkeep;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.relais.journal.Entry;
import org.relais.journal.Loss;
import org.relais.journal.LossSeen;
import org.relais.journal.ReadModel;

/** Losses of entries that nobody has taken note of yet. May be asked from any thread, without a lock. */
public final class LossLog implements ReadModel {
    private final KeptEntries kept = new KeptEntries();
    private final List<String> slots = new ArrayList<>();
    private volatile List<Loss> unseen = List.of();

    @Override
    public String name() {
        return "losses";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public synchronized void apply(Entry entry) {
        Loss.TYPE.read(entry).ifPresent(loss -> {
            List<Loss> more = new ArrayList<>(unseen);
            more.add(loss);
            unseen = List.copyOf(more);
            slots.add("loss " + entry.position());
            kept.put(slots.getLast(), entry);
        });
        LossSeen.TYPE.read(entry).ifPresent(_ -> {
            unseen = List.of();
            slots.forEach(kept::drop);
            slots.clear();
        });
    }

    /** In the order in which they were found. */
    public List<Loss> unseen() {
        return unseen;
    }

    @Override
    public synchronized void save(DataOutput out) throws IOException {
        kept.save(out);
    }

    @Override
    public synchronized void load(DataInput in) throws IOException {
        KeptEntries.load(in, this::apply);
    }
}
