package org.relais.quality;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Draws the rooms and their imports into docs/architecture.md, or finds that the picture is out of date. */
class ArchitectureDiagramTest {
    private static final Path PAGE = Path.of("../docs/architecture.md");
    private static final String OPENING = "```mermaid\ngraph LR\n";
    private static final String CLOSING = "```\n<!-- end of diagram -->";
    private static final String ROOT = "org.relais.";

    @Test
    void thePictureIsWhatTheCodeIs() throws IOException {
        String page = Files.readString(PAGE);
        int from = page.indexOf(OPENING) + OPENING.length();
        int to = page.indexOf(CLOSING);
        String drawn = page.substring(0, from) + arrows() + page.substring(to);
        if (Boolean.getBoolean("draw")) {
            Files.writeString(PAGE, drawn);
        }
        assertThat(Files.readString(PAGE))
                .as("draw it again: mvn -pl app test -Dtest=ArchitectureDiagramTest -Ddraw=true")
                .isEqualTo(drawn);
    }

    private static String arrows() {
        Set<String> arrows = new TreeSet<>();
        new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("org.relais").stream()
                        .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                        .forEach(dependency -> arrow(dependency).ifPresent(arrows::add));
        return String.join("", arrows);
    }

    private static Optional<String> arrow(Dependency dependency) {
        Optional<String> from = room(dependency.getOriginClass());
        Optional<String> to = room(dependency.getTargetClass());
        return from.isEmpty() || to.isEmpty() || from.equals(to)
                ? Optional.empty()
                : Optional.of("  " + from.get() + " --> " + to.get() + "\n");
    }

    private static Optional<String> room(JavaClass type) {
        String name = type.getPackageName();
        if (!name.startsWith(ROOT)) {
            return Optional.empty();
        }
        String room = name.substring(ROOT.length()).split("\\.")[0];
        return room.equals("kernel") || room.equals("templates") ? Optional.empty() : Optional.of(room);
    }
}
