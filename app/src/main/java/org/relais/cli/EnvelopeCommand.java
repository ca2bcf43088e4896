package org.relais.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.relais.care.wards.Ward;
import org.relais.kernel.Language;
import org.relais.kernel.Problem;
import org.relais.kernel.Problem.Category;
import org.relais.kernel.WardCode;
import org.relais.paper.EnvelopeSheet;
import org.relais.upkeep.Act;
import org.relais.upkeep.Envelope;
import org.relais.upkeep.StandbyPacks;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Prints the sheets for the wards' sealed envelopes; on demand with a new passphrase. */
@Command(name = "envelope")
final class EnvelopeCommand extends NodeCommand {
    @Option(names = "--ward", paramLabel = "W")
    private @Nullable String ward;

    @Option(names = "--out", required = true, paramLabel = "FILE.pdf")
    private Path out = Path.of("");

    @Option(names = "--renew")
    private boolean renew;

    EnvelopeCommand(Stage stage) {
        super(stage);
    }

    @Override
    int run(Rooms rooms, Console console) {
        List<WardCode> known = rooms.packs().wards();
        String one = ward;
        if (one == null ? renew : !known.contains(new WardCode(one))) {
            return console.refuse(Problem.of(Category.NOT_FOUND, "pack.unknown-ward", String.valueOf(one)));
        }
        List<WardCode> wards = one == null ? known : List.of(new WardCode(one));
        StandbyPacks packs = rooms.upkeep().packs();
        List<Envelope> envelopes = wards.stream()
                .map(code -> renew ? packs.renew(Act.of(OPERATOR), code) : packs.envelope(code))
                .toList();
        Path file = console.path(out);
        try (OutputStream to = new BufferedOutputStream(Files.newOutputStream(file))) {
            if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            }
            packs.printed(OPERATOR, envelopes);
            EnvelopeSheet.print(sheets(rooms, console, envelopes), rooms.packs().stamp(console.language()), to);
        } catch (IOException unwritten) {
            return console.refuse(Problem.of(Category.UNAVAILABLE, "file.unwritable", file.toString()));
        }
        if (json) {
            console.json(Map.of("file", file.toString(), "envelopes", envelopes.size()));
        } else {
            console.say("envelope.done", file.toString(), envelopes.size());
        }
        return 0;
    }

    private static List<EnvelopeSheet.Envelope> sheets(Rooms rooms, Console console, List<Envelope> envelopes) {
        Map<String, String> names = new HashMap<>();
        for (Ward each : rooms.models().query(rooms.wards()::wards)) {
            String name = console.language() == Language.FR ? each.nameFr() : each.nameEn();
            names.put(each.code().value(), name.isBlank() ? each.code().value() : name);
        }
        return envelopes.stream()
                .map(one -> new EnvelopeSheet.Envelope(
                        names.getOrDefault(one.ward(), one.ward()), one.number(), one.passphrase(), one.madeAt()))
                .toList();
    }
}
