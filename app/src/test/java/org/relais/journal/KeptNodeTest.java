package org.relais.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.relais.kernel.Mode;

/**
 * A backup as version 0.1.0 wrote it (key slots, database, signed groups, facts) is restored, opened and verified for ever:
 * {@code journal/backup-1.bin}, never made again. A later format comes with a file of its own beside it.
 */
class KeptNodeTest {
    private static final Path BACKUP = Path.of("src/test/resources/journal/backup-1.bin");
    private static final char[] PASSPHRASE = "quatre mots sur un papier".toCharArray();
    private static final String HEAD = "40b335e10c69d5d6e883122a6b306fce8216b326941ad1e5dbd7354b7ed19e17";

    @TempDir
    Path temp;

    @Test
    void opensTheNodeOfTheFirstVersion() {
        Path data = temp.resolve("data");
        DataDirectory.restore(BACKUP, data);
        try (DataDirectory node = DataDirectory.open(data, Mode.REAL, PASSPHRASE, JournalTest.TIME)) {
            Verification verified = node.verify(HEAD);
            assertThat(verified.fault()).isNull();
            assertThat(verified.expected()).isEqualTo(Verification.Expected.FOUND);
            List<String> types = new ArrayList<>();
            node.journal().read(1, entry -> types.add(entry.payload() == null ? "unreadable" : entry.type()));
            assertThat(types)
                    .doesNotContain("unreadable")
                    .contains("feeds.message", "access.account-added", "command.crisis-declared");
        }
    }
}
