package org.relais.cli;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.relais.care.identity.linkage.ListMapping;
import org.relais.care.identity.linkage.ListReader;
import org.relais.care.identity.linkage.PairsCsv;
import org.relais.care.identity.linkage.PersonList;
import org.relais.care.identity.linkage.Truth;
import org.relais.care.identity.match.Linkage;
import org.relais.care.identity.match.Register;
import org.relais.kernel.Problem;
import org.relais.kernel.Problem.Category;
import org.relais.kernel.ProblemException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Links two lists of persons, or finds the doubles of one; works on no node. */
@Command(name = "linkage")
final class LinkageCommand implements Callable<Integer> {
    private final Console console;

    @Option(names = "--left", required = true, paramLabel = "A.csv")
    private Path left = Path.of("");

    @Option(names = "--right", paramLabel = "B.csv")
    private @Nullable Path right;

    @Option(names = "--fields", required = true, paramLabel = "mapping.json")
    private Path fields = Path.of("");

    @Option(names = "--truth", paramLabel = "COLUMN")
    private @Nullable String truth;

    @Option(names = "--out", required = true, paramLabel = "pairs.csv")
    private Path out = Path.of("");

    @Option(names = "--json")
    private boolean json;

    LinkageCommand(Console console) {
        this.console = console;
    }

    /** The answer; what is not known without a truth column is null. */
    record Answer(
            int left,
            int right,
            long compared,
            long pairs,
            long sure,
            long clerical,
            double seconds,
            @Nullable Double precision,
            @Nullable Double recall,
            @Nullable Double f1,
            @Nullable Long truePairs,
            @Nullable Long found,
            @Nullable Long wrong,
            @Nullable Long missed) {}

    @Override
    public Integer call() {
        try {
            return link();
        } catch (ProblemException refused) {
            return console.refuse(refused.problem());
        }
    }

    private int link() {
        long began = System.nanoTime();
        LinkageMapping mapping = LinkageMapping.read(console.path(fields));
        PersonList list = new PersonList();
        Set<String> missing = new LinkedHashSet<>(read(left, mapping.left(), list));
        if (right != null) {
            list.register().beginRight();
            Set<String> missingRight = read(right, mapping.right(), list);
            warn(missing, left);
            warn(missingRight, right);
        } else if (!missing.isEmpty()) {
            throw noColumn(missing.iterator().next(), left);
        }
        Linkage.Result result =
                json ? Linkage.run(list.register()) : Linkage.run(list.register(), new LinkageProgress(console));
        PairsCsv.Written written = write(list, result);
        Truth truths = truth == null ? null : Truth.of(list, result.pairs());
        double seconds = (System.nanoTime() - began) / 1e9;
        tell(new Outcome(list.register(), result, written, truths), seconds);
        return 0;
    }

    private Set<String> read(Path given, ListMapping mapping, PersonList list) {
        Path file = console.path(given);
        try (Reader reader = LinkageFiles.reader(file)) {
            ListReader rows = ListReader.open(reader);
            if (rows == null) {
                throw Problem.of(Category.INCORRECT, "linkage.empty", given.toString())
                        .asException();
            }
            rows.map(mapping);
            if (!rows.hasFields()) {
                throw Problem.of(Category.INCORRECT, "linkage.nothing", given.toString())
                        .asException();
            }
            if (truth != null && !rows.truth(truth)) {
                throw noColumn(truth, given);
            }
            rows.read(list, LocalDate.now(ZoneId.systemDefault()));
            return rows.missing();
        } catch (IOException unreadable) {
            throw Problem.of(Category.NOT_FOUND, "file.unreadable", given.toString())
                    .asException();
        }
    }

    private PairsCsv.Written write(PersonList list, Linkage.Result result) {
        try (Writer writer = LinkageFiles.writer(console.path(out))) {
            return PairsCsv.write(list, result.pairs(), writer);
        } catch (IOException unwritten) {
            throw Problem.of(Category.UNAVAILABLE, "file.unwritable", out.toString())
                    .asException();
        }
    }

    private void warn(Set<String> missing, Path file) {
        missing.forEach(
                column -> console.err().println(console.words().get("linkage.without", column, file.toString())));
    }

    private static ProblemException noColumn(String column, Path file) {
        return Problem.of(Category.INCORRECT, "linkage.column", column, file.toString())
                .asException();
    }

    /** All that came of it. */
    private record Outcome(
            Register lists,
            Linkage.Result result,
            PairsCsv.Written written,
            @Nullable Truth truth) {
        int first() {
            return lists.leftRows();
        }

        int second() {
            return lists.rows() - lists.leftRows();
        }
    }

    private void tell(Outcome outcome, double seconds) {
        Truth truths = outcome.truth;
        if (json) {
            console.json(answer(outcome, seconds));
            return;
        }
        PairsCsv.Written written = outcome.written;
        console.say(
                "linkage.done", outcome.first(), outcome.second(), written.sure(), written.clerical(), out.toString());
        if (truths != null) {
            console.say(
                    "linkage.truth",
                    decimals(truths.precision()),
                    decimals(truths.recall()),
                    decimals(truths.f1()),
                    truths.truePairs(),
                    truths.wrong(),
                    truths.missed());
        }
    }

    private static Answer answer(Outcome outcome, double seconds) {
        PairsCsv.Written written = outcome.written;
        Truth truths = outcome.truth;
        return new Answer(
                outcome.first(),
                outcome.second(),
                outcome.result.compared(),
                written.sure() + written.clerical(),
                written.sure(),
                written.clerical(),
                seconds,
                truths == null ? null : truths.precision(),
                truths == null ? null : truths.recall(),
                truths == null ? null : truths.f1(),
                truths == null ? null : truths.truePairs(),
                truths == null ? null : truths.right(),
                truths == null ? null : truths.wrong(),
                truths == null ? null : truths.missed());
    }

    private static String decimals(double value) {
        return String.format(Locale.ROOT, "%.5f", value);
    }
}
