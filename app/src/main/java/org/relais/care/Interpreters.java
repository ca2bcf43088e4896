package org.relais.care;

import java.util.List;
import java.util.Optional;
import org.relais.journal.Entry;

/** Several interpreters as one: each reads entries of types that no other reads. */
public record Interpreters(List<Interpreter> all) implements Interpreter {
    private static final int BASE = 100;

    public Interpreters {
        all = List.copyOf(all);
    }

    public static Interpreter of(Interpreter... some) {
        return new Interpreters(List.of(some));
    }

    @Override
    public Optional<Interpretation> interpret(Entry entry, Depth depth) {
        for (Interpreter one : all) {
            Optional<Interpretation> said = one.interpret(entry, depth);
            if (said.isPresent()) {
                return said;
            }
        }
        return Optional.empty();
    }

    @Override
    public int version() {
        return all.stream().mapToInt(Interpreter::version).reduce(0, (whole, one) -> whole * BASE + one);
    }

    @Override
    public void letGo() {
        all.forEach(Interpreter::letGo);
    }
}
