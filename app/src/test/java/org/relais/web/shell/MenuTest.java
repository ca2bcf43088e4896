package org.relais.web.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.relais.access.Right;
import org.relais.access.Rights;
import org.relais.access.Role;
import org.relais.kernel.Who;

/** The menu of every role is the one that {@code docs/security.md} lists. */
class MenuTest {
    private static final Path SECURITY = Path.of("..", "docs", "security.md");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([A-Z_]+)` \\| ((?:`/[^`]+` ?)+)\\|$");
    private static final Set<Section> EVERYBODYS = EnumSet.of(Section.STATION, Section.SETTINGS, Section.HELP);

    private static List<String> menu(Role role) {
        Person person = new Person("X", new Who.Operator(), Rights.of(role));
        return Stream.of(Section.values())
                .filter(section -> !EVERYBODYS.contains(section) && section.open(person))
                .map(Section::path)
                .toList();
    }

    @Test
    void everyRoleHasTheMenuThatTheDocumentationLists() throws IOException {
        Map<Role, List<String>> said = new TreeMap<>();
        Matcher rows = ROW.matcher(Files.readString(SECURITY));
        while (rows.find()) {
            said.put(
                    Role.valueOf(rows.group(1)),
                    List.of(rows.group(2).replace("`", "").strip().split(" +")));
        }
        assertThat(said.keySet()).containsExactly(Role.values());
        Map<Role, List<String>> shown = new TreeMap<>();
        Stream.of(Role.values()).forEach(role -> shown.put(role, menu(role)));
        assertThat(shown).isEqualTo(said);
    }

    @Test
    void whoOnlyReadsWhatIsPreparedConnectsNoPhoneAndOpensNoKit() {
        List<Role> readers = new ArrayList<>(List.of(Role.AUDITOR, Role.NIGHT_SUPERVISOR, Role.DIRECTOR));
        readers.addAll(List.of(Role.DUTY_ADMINISTRATOR, Role.CRISIS_CELL, Role.TRAINER));
        for (Role role : readers) {
            assertThat(menu(role))
                    .as(role.name())
                    .contains("/kits", "/packs/standby")
                    .doesNotContain("/phones");
            assertThat(Rights.of(role)).doesNotContain(Right.KEEP_READY, Right.USE_KITS, Right.MAKE_KITS);
        }
    }
}
