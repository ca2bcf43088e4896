package org.relais.bench;

import java.util.List;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The demonstration's mix of messages, in turn. */
@State(Scope.Benchmark)
public class Messages {
    private final List<byte[]> all = BusyHouse.messages();
    private int next;

    byte[] another() {
        next = (next + 1) % all.size();
        return all.get(next);
    }
}
