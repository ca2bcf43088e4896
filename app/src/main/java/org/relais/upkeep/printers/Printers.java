package org.relais.upkeep.printers;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.relais.journal.Draft;
import org.relais.journal.Entry;
import org.relais.journal.Journal;
import org.relais.journal.ReadModel;
import org.relais.journal.Receipt;
import org.relais.kernel.Outcome;
import org.relais.kernel.Problem;
import org.relais.kernel.Who;
import org.relais.paper.Calibration;
import org.relais.paper.DotFormat;
import org.relais.paper.SheetFormat;

/** The printers as last set up and measured. Its queries may be asked without a lock. */
public final class Printers implements ReadModel {
    private final Function<Draft, Receipt> writer;
    private final Map<String, Printer> printers = new TreeMap<>();
    private final Map<String, Measured> measured = new TreeMap<>();

    public Printers(Journal journal) {
        this(journal::write);
    }

    Printers(Function<Draft, Receipt> writer) {
        this.writer = writer;
    }

    /** When somebody last measured, and what. */
    public record Measured(Calibration calibration, Instant at) {}

    /** Sets a printer up, anew or otherwise. */
    public Outcome<Receipt> set(Who who, Printer printer) {
        return printer.checked().then(fine -> Outcome.done(writer.apply(Printer.TYPE.draft(who, fine))));
    }

    /** Notes what was measured on a printer's calibration page: {@code printer.unknown}, {@code paper.calibration}. */
    public Outcome<Receipt> calibrate(Who who, Calibrated calibrated) {
        boolean known =
                find(calibrated.printer()).filter(one -> one.sheet() != null).isPresent();
        if (!known) {
            return Outcome.refused(Problem.of(Problem.Category.NOT_FOUND, "printer.unknown"));
        }
        return calibrated
                .measured()
                .checked()
                .then(_ -> Outcome.done(writer.apply(Calibrated.TYPE.draft(who, calibrated))));
    }

    /** All that are kept, the usual one first unless it was taken away. */
    public synchronized List<Printer> list() {
        List<Printer> kept = new ArrayList<>();
        if (!printers.containsKey(Printer.USUAL.id())) {
            kept.add(Printer.USUAL);
        }
        printers.values().stream().filter(Printer::kept).forEach(kept::add);
        return kept;
    }

    /** Every id that a printer has or had: none is used twice. */
    public synchronized Set<String> ids() {
        Set<String> ids = new TreeSet<>(printers.keySet());
        ids.add(Printer.USUAL.id());
        return ids;
    }

    public Optional<Printer> find(String id) {
        return list().stream().filter(one -> one.id().equals(id)).findFirst();
    }

    public synchronized Optional<Measured> measured(String id) {
        return Optional.ofNullable(measured.get(id));
    }

    /** What puts a printer right; {@link Calibration#NONE} while nobody measured. */
    public Calibration calibration(String id) {
        return measured(id).map(Measured::calibration).orElse(Calibration.NONE);
    }

    @Override
    public String name() {
        return "printers";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public synchronized void apply(Entry entry) {
        Printer.TYPE.read(entry).ifPresent(printer -> printers.put(printer.id(), printer));
        Calibrated.TYPE
                .read(entry)
                .ifPresent(said -> measured.put(said.printer(), new Measured(said.measured(), entry.recordedAt())));
    }

    @Override
    public synchronized void save(DataOutput out) throws IOException {
        out.writeInt(printers.size());
        for (Printer one : printers.values()) {
            out.writeUTF(one.id());
            out.writeUTF(one.name());
            out.writeUTF(one.loaded().name());
            save(one.sheet(), out);
            save(one.dots(), out);
            out.writeUTF(one.host());
            out.writeInt(one.port());
            out.writeBoolean(one.kept());
        }
        out.writeInt(measured.size());
        for (Map.Entry<String, Measured> one : measured.entrySet()) {
            out.writeUTF(one.getKey());
            Calibration figures = one.getValue().calibration();
            out.writeDouble(figures.left());
            out.writeDouble(figures.top());
            out.writeDouble(figures.across());
            out.writeDouble(figures.down());
            out.writeLong(one.getValue().at().toEpochMilli());
        }
    }

    private static void save(@Nullable SheetFormat sheet, DataOutput out) throws IOException {
        out.writeBoolean(sheet != null);
        if (sheet != null) {
            out.writeInt(sheet.columns());
            out.writeInt(sheet.rows());
            for (double length :
                    new double[] {sheet.width(), sheet.height(), sheet.left(), sheet.top(), sheet.stepX(), sheet.stepY()
                    }) {
                out.writeDouble(length);
            }
        }
    }

    private static void save(@Nullable DotFormat dots, DataOutput out) throws IOException {
        out.writeBoolean(dots != null);
        if (dots != null) {
            out.writeInt(dots.dpi());
            out.writeDouble(dots.width());
            out.writeDouble(dots.length());
            out.writeInt(dots.darkness());
        }
    }

    @Override
    public synchronized void load(DataInput in) throws IOException {
        printers.clear();
        measured.clear();
        for (int left = in.readInt(); left > 0; left--) {
            Printer one = new Printer(
                    in.readUTF(),
                    in.readUTF(),
                    Printer.Loaded.valueOf(in.readUTF()),
                    sheet(in),
                    dots(in),
                    in.readUTF(),
                    in.readInt(),
                    in.readBoolean());
            printers.put(one.id(), one);
        }
        for (int left = in.readInt(); left > 0; left--) {
            String id = in.readUTF();
            Calibration figures = new Calibration(in.readDouble(), in.readDouble(), in.readDouble(), in.readDouble());
            measured.put(id, new Measured(figures, Instant.ofEpochMilli(in.readLong())));
        }
    }

    private static @Nullable SheetFormat sheet(DataInput in) throws IOException {
        return in.readBoolean()
                ? new SheetFormat(
                        in.readInt(),
                        in.readInt(),
                        in.readDouble(),
                        in.readDouble(),
                        in.readDouble(),
                        in.readDouble(),
                        in.readDouble(),
                        in.readDouble())
                : null;
    }

    private static @Nullable DotFormat dots(DataInput in) throws IOException {
        return in.readBoolean() ? new DotFormat(in.readInt(), in.readDouble(), in.readDouble(), in.readInt()) : null;
    }
}
