package org.relais.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.relais.access.Trace;
import org.relais.care.identity.Patient;
import org.relais.kernel.PatientId;
import org.relais.kernel.Problem;
import org.relais.kernel.Problem.Category;
import org.relais.kernel.WardCode;
import org.relais.paper.PackContent;
import org.relais.paper.PackOptions;
import org.relais.paper.PackPlan;
import org.relais.paper.PackSource;
import org.relais.paper.WardPack;
import org.relais.paper.Watch;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Prints the ward pack of one ward or of all into a PDF. */
@Command(name = "pack")
final class PackCommand extends NodeCommand {
    @ArgGroup(multiplicity = "1")
    private Which which = new Which();

    @Option(names = "--out", required = true, paramLabel = "FILE.pdf")
    private Path out = Path.of("");

    PackCommand(Stage stage) {
        super(stage);
    }

    /** One ward, or all. */
    static final class Which {
        @Option(names = "--ward", required = true, paramLabel = "W")
        private @Nullable String ward;

        @Option(names = "--all", required = true)
        void all(boolean every) {
            ward = null;
        }
    }

    @Override
    int run(Rooms rooms, Console console) {
        PackSource source = rooms.packs();
        String ward = which.ward;
        List<WardCode> wards = ward == null ? source.wards() : List.of(new WardCode(ward));
        if (ward != null && !source.wards().contains(wards.getFirst())) {
            return console.refuse(Problem.of(Category.NOT_FOUND, "pack.unknown-ward", ward));
        }
        Iterable<PackContent> contents =
                () -> wards.stream().map(source::content).iterator();
        WardPack pack = new WardPack(source.stamp(console.language()), PackOptions.USUAL);
        PackPlan plan = pack.plan(contents);
        for (int at = 0; at < wards.size(); at++) {
            trace(rooms, source.content(wards.get(at)), pack.job(at + 1));
        }
        Path file = console.path(out);
        try (OutputStream to = new BufferedOutputStream(Files.newOutputStream(file))) {
            hide(file);
            pack.print(contents, plan, to, Watch.NONE);
        } catch (IOException unwritten) {
            return console.refuse(Problem.of(Category.UNAVAILABLE, "file.unwritable", file.toString()));
        }
        tell(plan, file, console);
        return 0;
    }

    private static void trace(Rooms rooms, PackContent content, String job) {
        List<PatientId> patients =
                content.census().byName().stream().map(Patient::id).toList();
        rooms.trace()
                .printed(OPERATOR, new Trace.Print("pack", content.ward().code().value(), job), patients);
    }

    private static void hide(Path file) throws IOException {
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
    }

    private void tell(PackPlan plan, Path file, Console console) {
        int patients =
                plan.wards().stream().mapToInt(PackPlan.WardPages::patients).sum();
        if (json) {
            console.json(Map.of("file", file.toString(), "pages", plan.pages(), "patients", patients));
        } else {
            console.say("pack.done", file.toString(), plan.pages(), patients);
        }
    }
}
