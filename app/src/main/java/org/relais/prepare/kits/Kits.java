package org.relais.prepare.kits;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.relais.care.identity.numbers.Block;
import org.relais.care.identity.numbers.DowntimeNumber;
import org.relais.care.identity.numbers.NumberDesk;
import org.relais.care.identity.numbers.NumberFact;
import org.relais.care.identity.numbers.Numbers;
import org.relais.journal.Draft;
import org.relais.journal.Entry;
import org.relais.journal.Journal;
import org.relais.journal.ReadModel;
import org.relais.journal.Receipt;
import org.relais.kernel.Outcome;
import org.relais.kernel.Problem;
import org.relais.kernel.Who;

/** The boxes: made, handed over, opened, used up. Its queries may be asked without a lock. */
public final class Kits implements ReadModel {
    public static final int MOST_POCHETTES = 200;
    private static final int LONGEST_NAME = 60;

    private final Function<Draft, Receipt> writer;
    /** A fold of its own: what became of each number. */
    private final Numbers numbers = new Numbers();

    private final InstantSource clock;
    private final List<KitStep> steps = new ArrayList<>();

    public Kits(Journal journal, InstantSource clock) {
        this(journal::write, clock);
    }

    Kits(Function<Draft, Receipt> writer, InstantSource clock) {
        this.writer = writer;
        this.clock = clock;
    }

    /**
     * What a box is to be.
     *
     * @param pochettes how many
     * @param job       name of its print
     */
    public record Order(int pochettes, KitStep.Content content, String job) {}

    /** Where a box goes: to which desk, who took it. */
    public record HandOver(String desk, String receiver) {}

    /**
     * Sets numbers aside and notes the box, before anything is printed.
     *
     * @return {@code refused.kit.count} (most), and what {@link NumberDesk#reserve} refuses
     */
    public synchronized Outcome<Receipt> make(Who who, NumberDesk desk, Order order) {
        if (order.pochettes() < 1 || order.pochettes() > MOST_POCHETTES) {
            return refused(Problem.Category.INCORRECT, "refused.kit.count", Integer.toString(MOST_POCHETTES));
        }
        List<Block> blocks = numbers.blocks();
        int kit = free(blocks);
        int from = blocks.stream()
                        .filter(block -> block.kit() == kit)
                        .mapToInt(Block::to)
                        .max()
                        .orElse(-1)
                + 1;
        int to = from + order.pochettes() - 1;
        return desk.reserve(who, new NumberFact.BlockReserved(kit, from, to, NumberFact.Use.SEALED, ""))
                .then(_ -> Outcome.done(writer.apply(KitStep.TYPE.draft(
                        who, new KitStep(kit, from, to, order.content(), KitStep.Step.PRINTED, now(), order.job())))));
    }

    /** The highest kit that nobody has; when all are taken, the sealed one with the fewest numbers set aside. */
    private static int free(List<Block> blocks) {
        return IntStream.iterate(DowntimeNumber.KITS, kit -> kit >= 1, kit -> kit - 1)
                .filter(kit -> blocks.stream().noneMatch(block -> block.kit() == kit))
                .boxed()
                .findFirst()
                .or(() -> blocks.stream()
                        .filter(block -> block.use() == NumberFact.Use.SEALED)
                        .min(Comparator.comparingInt(Block::to))
                        .map(Block::kit))
                .orElse(DowntimeNumber.KITS);
    }

    /** Notes to whom a box was handed: {@code refused.kit.state}, {@code refused.kit.name} (longest). */
    public Outcome<Receipt> give(Who who, NumberDesk desk, KitBox box, HandOver to) {
        if (box.state() != KitBox.State.PRINTED) {
            return refused(Problem.Category.CONFLICT, "refused.kit.state");
        }
        if (bad(to.desk()) || bad(to.receiver())) {
            return refused(Problem.Category.INCORRECT, "refused.kit.name", Integer.toString(LONGEST_NAME));
        }
        return desk.give(
                who, new NumberFact.KitGiven(box.kit(), box.from(), box.to(), to.desk(), to.receiver(), now()));
    }

    /** To the millisecond, as snapshots keep it. */
    private Instant now() {
        return Instant.ofEpochMilli(clock.millis());
    }

    private static boolean bad(String name) {
        return name.isBlank() || name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl);
    }

    /** Notes that the seal was broken, or that the box is empty: {@code refused.kit.state} when it was already. */
    public Outcome<Receipt> note(Who who, KitBox box, KitStep.Step step) {
        boolean late = step == KitStep.Step.OPENED
                ? box.state().compareTo(KitBox.State.OPENED) >= 0
                : box.state() == KitBox.State.USED_UP;
        if (late || step == KitStep.Step.PRINTED) {
            return refused(Problem.Category.CONFLICT, "refused.kit.state");
        }
        return Outcome.done(writer.apply(
                KitStep.TYPE.draft(who, new KitStep(box.kit(), box.from(), box.to(), box.content(), step, now(), ""))));
    }

    private static Outcome<Receipt> refused(Problem.Category category, String key, String... args) {
        return Outcome.refused(Problem.of(category, key, args));
    }

    /** Every box, the newest first. */
    public synchronized List<KitBox> boxes() {
        List<Block> blocks = numbers.blocks();
        return steps.stream()
                .filter(step -> step.step() == KitStep.Step.PRINTED)
                .map(step -> box(step, blocks))
                .toList()
                .reversed();
    }

    public Optional<KitBox> find(String id) {
        return boxes().stream().filter(box -> box.id().equals(id)).findFirst();
    }

    private KitBox box(KitStep made, List<Block> blocks) {
        Optional<Block> block = blocks.stream()
                .filter(one -> one.kit() == made.kit() && one.from() == made.from())
                .findFirst();
        return new KitBox(
                made.kit(),
                made.from(),
                made.to(),
                made.content(),
                made.occurredAt(),
                made.job(),
                block.map(Block::given).orElse(""),
                block.map(Block::taken).orElse(0),
                when(made, KitStep.Step.OPENED),
                when(made, KitStep.Step.USED_UP));
    }

    private @Nullable Instant when(KitStep made, KitStep.Step step) {
        return steps.stream()
                .filter(one -> one.step() == step && one.kit() == made.kit() && one.from() == made.from())
                .map(KitStep::occurredAt)
                .findFirst()
                .orElse(null);
    }

    @Override
    public String name() {
        return "kits";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public synchronized void apply(Entry entry) {
        numbers.apply(entry);
        KitStep.TYPE.read(entry).ifPresent(steps::add);
    }

    @Override
    public synchronized void save(DataOutput out) throws IOException {
        numbers.save(out);
        out.writeInt(steps.size());
        for (KitStep one : steps) {
            out.writeInt(one.kit());
            out.writeInt(one.from());
            out.writeInt(one.to());
            out.writeUTF(one.content().name());
            out.writeUTF(one.step().name());
            out.writeLong(one.occurredAt().toEpochMilli());
            out.writeUTF(one.job());
        }
    }

    @Override
    public synchronized void load(DataInput in) throws IOException {
        numbers.load(in);
        steps.clear();
        for (int left = in.readInt(); left > 0; left--) {
            steps.add(new KitStep(
                    in.readInt(),
                    in.readInt(),
                    in.readInt(),
                    KitStep.Content.valueOf(in.readUTF()),
                    KitStep.Step.valueOf(in.readUTF()),
                    Instant.ofEpochMilli(in.readLong()),
                    in.readUTF()));
        }
    }
}
