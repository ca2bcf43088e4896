package org.relais.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.relais.demo.DemoHospital;
import org.relais.journal.DataDirectory;
import org.relais.kernel.Mode;
import org.relais.kernel.Problem;
import org.relais.kernel.Problem.Category;
import org.relais.kernel.ProblemException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Plays the fictitious Centre hospitalier de la Pointe, afresh each time, on free loopback ports. */
@Command(name = "demo")
final class DemoCommand implements Callable<Integer> {
    /** What logback.xml logs of Relais itself: the demonstration tells in words what goes well. */
    private static final String LEVEL = "relais.log";

    private static final String MARK = "passphrase-of-the-demo";

    private final Console console;
    private final RoomsOpener opener;

    @Option(names = "--data", paramLabel = "DIR")
    private Path data = Path.of("demo-data");

    @Option(names = "--json")
    private boolean json;

    @Option(names = "--port", paramLabel = "P")
    private int port;

    @Option(names = "--mllp", paramLabel = "PORT")
    private int mllp;

    @Option(names = "--seed", paramLabel = "S")
    private long seed = 971;

    @Option(names = "--patients", paramLabel = "N")
    private int patients = DemoHospital.FULL_PATIENTS;

    @Option(names = "--days", paramLabel = "D")
    private int days = DemoHospital.FULL_DAYS;

    @Option(names = "--speed", paramLabel = "X")
    private double speed = 10;

    @Option(names = "--attack", paramLabel = "M")
    private @Nullable Double attack;

    @Spec
    private @Nullable CommandSpec spec;

    DemoCommand(Console console, RoomsOpener opener) {
        this.console = console;
        this.opener = opener;
    }

    @Override
    public Integer call() {
        check(patients >= 1, "--patients: >= 1");
        check(days >= 1, "--days: >= 1");
        check(speed > 0, "--speed: > 0");
        check(attack == null || attack >= 0, "--attack: >= 0");
        Path directory = console.path(data);
        System.setProperty(LEVEL, "WARN");
        try {
            char[] passphrase = afresh(directory);
            Duration cut = attack == null ? null : Duration.ofMillis(Math.round(attack * 60_000));
            ServeOrder.Demo demo = new ServeOrder.Demo(seed, patients, days, speed, cut);
            opener.serve(new ServeOrder(directory, port, mllp, passphrase, demo, console.out(), json, null));
            return 0;
        } catch (ProblemException refused) {
            return console.refuse(refused.problem());
        } catch (IOException unwritten) {
            return console.refuse(Problem.of(Category.UNAVAILABLE, "file.unwritable", directory.toString()));
        }
    }

    private void check(boolean right, String rule) {
        if (!right && spec != null) {
            throw new ParameterException(spec.commandLine(), rule);
        }
    }

    /** An empty demo directory with a passphrase of its own; only ever replaces an earlier demo. */
    private char[] afresh(Path directory) throws IOException {
        Path mark = directory.resolve(MARK);
        if (DataDirectory.isInitialised(directory)) {
            if (!Files.exists(mark)) {
                throw Problem.of(Category.CONFLICT, "demo.not-a-demo", directory.toString())
                        .asException();
            }
            if (DataDirectory.isLocked(directory)) {
                throw Problem.of(Category.CONFLICT, "journal.locked", directory.toString())
                        .asException();
            }
            clear(directory);
        }
        byte[] random = new byte[16];
        new SecureRandom().nextBytes(random);
        String passphrase = HexFormat.of().formatHex(random);
        opener.create(directory, Mode.DEMO, passphrase.toCharArray());
        Files.writeString(mark, passphrase + "\n");
        if (mark.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(mark, PosixFilePermissions.fromString("rw-------"));
        }
        return passphrase.toCharArray();
    }

    private static void clear(Path directory) throws IOException {
        List<Path> old;
        try (Stream<Path> walk = Files.walk(directory)) {
            old = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : old) {
            Files.delete(path);
        }
    }
}
