package org.relais.care.identity.numbers;

import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.relais.care.identity.numbers.NumberFact.BlockReserved;
import org.relais.care.identity.numbers.NumberFact.Issued;
import org.relais.care.identity.numbers.NumberFact.KitGiven;
import org.relais.care.identity.numbers.NumberFact.Spoilt;
import org.relais.care.identity.numbers.NumberFact.Use;
import org.relais.care.identity.numbers.NumberFact.Used;
import org.relais.journal.Draft;
import org.relais.journal.Journal;
import org.relais.journal.Receipt;
import org.relais.kernel.Outcome;
import org.relais.kernel.Problem;
import org.relais.kernel.Problem.Category;
import org.relais.kernel.Who;

/**
 * Sets blocks aside and gives numbers out. What it gives it never gives again, folded or not; a number is given by the
 * draft of a fact, which is written together with what it is given for.
 */
public final class NumberDesk {
    private static final int LONGEST_DESK = 60;
    private static final int LONGEST_REASON = 200;

    private final Function<Draft, Receipt> writer;
    private final Numbers numbers;
    private final List<Block> pending = new ArrayList<>();
    private final Map<Integer, BitSet> handed = new HashMap<>();
    private final Map<Integer, Integer> tried = new HashMap<>();

    public NumberDesk(Journal journal, Numbers numbers) {
        this(journal::write, numbers);
    }

    NumberDesk(Function<Draft, Receipt> writer, Numbers numbers) {
        this.writer = writer;
        this.numbers = numbers;
    }

    /** A number, and the fact that takes it: to be written with whatever the number is for. */
    public record Given(DowntimeNumber number, Draft fact) {}

    /**
     * Sets a whole or part of a kit aside.
     *
     * @return {@code refused.block.range}, {@code refused.block.desk} (longest), {@code refused.block.taken} (kit)
     */
    public synchronized Outcome<Receipt> reserve(Who who, BlockReserved block) {
        boolean sound = block.kit() >= 1
                && block.kit() <= DowntimeNumber.KITS
                && block.from() >= 0
                && block.from() <= block.to()
                && block.to() < DowntimeNumber.PER_KIT;
        if (!sound) {
            return refused(Category.INCORRECT, "refused.block.range");
        }
        if (block.desk().length() > LONGEST_DESK) {
            return refused(Category.INCORRECT, "refused.block.desk", Integer.toString(LONGEST_DESK));
        }
        boolean free = all().stream().noneMatch(one -> one.overlaps(block.kit(), block.from(), block.to()));
        if (!free) {
            return refused(Category.CONFLICT, "refused.block.taken", "%02d".formatted(block.kit()));
        }
        pending.add(new Block(block.kit(), block.from(), block.to(), block.use(), block.desk(), "", 0));
        return Outcome.done(writer.apply(NumberFact.BLOCK.draft(who, block)));
    }

    /** Every block, in the order they were set aside. */
    public synchronized List<Block> blocks() {
        return all();
    }

    /** The lowest kit of which nothing was ever set aside or used; empty when there is none. */
    public synchronized Optional<Integer> freeKit() {
        return firstFreeKit();
    }

    /** Notes that a sealed kit was handed to a desk: {@code refused.kit.unknown} when no such block was set aside. */
    public synchronized Outcome<Receipt> give(Who who, KitGiven kit) {
        boolean known = all().stream()
                .anyMatch(block -> block.use() == Use.SEALED
                        && block.kit() == kit.kit()
                        && block.from() == kit.from()
                        && block.to() == kit.to());
        return known
                ? Outcome.done(writer.apply(NumberFact.GIVEN.draft(who, kit)))
                : refused(Category.NOT_FOUND, "refused.kit.unknown");
    }

    /**
     * The next number for a desk: from its own block, else from this node's common one, which is set aside when there is
     * none yet.
     *
     * @return {@code refused.number.none} when every kit is given out
     */
    public synchronized Outcome<Given> next(Who who, String desk) {
        Optional<Given> own = desk.isEmpty() ? Optional.empty() : drawn(who, desk);
        return own.or(() -> drawn(who, ""))
                .map(Outcome::done)
                .orElseGet(() -> firstFreeKit()
                        .map(kit -> reserve(who, new BlockReserved(kit, 0, DowntimeNumber.PER_KIT - 1, Use.SCREEN, ""))
                                .then(_ -> drawn(who, "").map(Outcome::done).orElseThrow()))
                        .orElseGet(() -> refused(Category.CONFLICT, "refused.number.none")));
    }

    private Optional<Given> drawn(Who who, String desk) {
        for (Block block : drawable()) {
            if (block.use() == Use.SCREEN && block.desk().equals(desk)) {
                int sequence = free(block);
                if (sequence >= 0) {
                    return Optional.of(taken(who, new DowntimeNumber(block.kit(), sequence), desk));
                }
            }
        }
        return Optional.empty();
    }

    private Given taken(Who who, DowntimeNumber number, String desk) {
        handed(number.kit()).set(number.sequence());
        return new Given(number, NumberFact.ISSUED.draft(who, new Issued(number.digits(), desk)));
    }

    /** The first free sequence of a block; what was passed over once is not looked at again. */
    private int free(Block block) {
        int first = block.kit() * DowntimeNumber.PER_KIT + block.from();
        int at = tried.getOrDefault(first, block.from());
        while (true) {
            int next = numbers.free(block, at);
            if (next < 0 || !handed(block.kit()).get(next)) {
                tried.put(first, next < 0 ? block.to() + 1 : next);
                return next;
            }
            at = next + 1;
        }
    }

    /**
     * The number of a pochette that is put on a patient.
     *
     * @return {@code refused.number.spoilt}, {@code refused.number.used}
     */
    public synchronized Outcome<Given> use(Who who, DowntimeNumber number, Instant occurredAt) {
        return unused(number).then(fine -> {
            handed(fine.kit()).set(fine.sequence());
            return Outcome.done(new Given(fine, NumberFact.USED.draft(who, new Used(fine.digits(), occurredAt))));
        });
    }

    /** Gives a number back that was handed out and then not written: what was refused takes no number. */
    public synchronized void back(Given given) {
        handed(given.number().kit()).clear(given.number().sequence());
        tried.clear();
    }

    /** Notes that a number will name nobody: as {@link #use}, and {@code refused.spoilt.reason} (longest). */
    public synchronized Outcome<Receipt> spoil(Who who, DowntimeNumber number, Spoilt why) {
        if (why.reason().isBlank() || why.reason().length() > LONGEST_REASON) {
            return refused(Category.INCORRECT, "refused.spoilt.reason", Integer.toString(LONGEST_REASON));
        }
        return unused(number).then(fine -> {
            handed(fine.kit()).set(fine.sequence());
            return Outcome.done(writer.apply(NumberFact.SPOILT.draft(who, why)));
        });
    }

    private Outcome<DowntimeNumber> unused(DowntimeNumber number) {
        if (numbers.spoilt(number)) {
            return refused(Category.CONFLICT, "refused.number.spoilt", number.text());
        }
        return numbers.taken(number) || handed(number.kit()).get(number.sequence())
                ? refused(Category.CONFLICT, "refused.number.used", number.text())
                : Outcome.done(number);
    }

    private Optional<Integer> firstFreeKit() {
        Set<Integer> kits = new HashSet<>();
        all().forEach(block -> kits.add(block.kit()));
        return IntStream.rangeClosed(1, DowntimeNumber.KITS)
                .filter(kit -> !kits.contains(kit) && !numbers.touched(kit))
                .boxed()
                .findFirst();
    }

    /** As {@link #all}, without counting what each block has left. */
    private List<Block> drawable() {
        List<Block> blocks = new ArrayList<>(numbers.uncounted());
        blocks.addAll(pending);
        return blocks;
    }

    /** The blocks folded, and those just written. */
    private List<Block> all() {
        List<Block> blocks = new ArrayList<>(numbers.blocks());
        pending.removeIf(one -> blocks.stream().anyMatch(known -> known.overlaps(one.kit(), one.from(), one.to())));
        blocks.addAll(pending);
        return blocks;
    }

    private BitSet handed(int kit) {
        return handed.computeIfAbsent(kit, _ -> new BitSet());
    }

    private static <T> Outcome<T> refused(Category category, String key, String... args) {
        return Outcome.refused(Problem.of(category, key, args));
    }
}
