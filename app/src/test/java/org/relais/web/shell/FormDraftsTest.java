package org.relais.web.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.relais.journal.crypto.KeyedHash;
import org.relais.journal.crypto.SealedFile;
import org.relais.journal.crypto.SiteKey;
import org.relais.kernel.StaffId;

class FormDraftsTest {
    private static final FormDrafts.Place MINE =
            new FormDrafts.Place(new StaffId("1".repeat(32)), "/crisis/declare", "");
    private static final String ONCE = "ab".repeat(16);

    @TempDir
    Path folder;

    private Instant now = Instant.now();
    private final SiteKey site = SiteKey.random(new java.security.SecureRandom());
    private final List<FormDrafts> opened = new java.util.ArrayList<>();

    private FormDrafts drafts() {
        FormDrafts drafts = new FormDrafts(
                folder.resolve("drafts"),
                new SealedFile(site, "draft"),
                new KeyedHash(site.derive("test", new byte[0], new byte[0])),
                () -> now);
        opened.add(drafts);
        return drafts;
    }

    @AfterEach
    void close() {
        opened.forEach(FormDrafts::close);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.list(folder.resolve("drafts"))) {
            return all.toList();
        }
    }

    @Test
    void keepsTheLastOfEachFormAccountAndPatientOverARestart() throws IOException {
        FormDrafts first = drafts();
        first.keep(MINE, ONCE, "[[\"reason\",\"écrans noirs\"]]");
        first.keep(MINE, ONCE, "[[\"reason\",\"écrans noirs au bloc\"]]");
        FormDrafts.Place other = new FormDrafts.Place(MINE.account(), MINE.form(), "a1".repeat(16));
        first.keep(other, "cd".repeat(16), "[]");
        FormDrafts again = drafts();
        assertThat(again.find(MINE))
                .contains(new FormDrafts.Kept(
                        Instant.ofEpochMilli(now.toEpochMilli()), ONCE, "[[\"reason\",\"écrans noirs au bloc\"]]"));
        assertThat(again.find(other)).map(FormDrafts.Kept::fields).contains("[]");
        assertThat(again.find(new FormDrafts.Place(new StaffId("2".repeat(32)), MINE.form(), "")))
                .isEmpty();
        assertThat(files()).hasSize(2);
        again.discard(MINE);
        assertThat(again.find(MINE)).isEmpty();
        assertThat(again.find(other)).isPresent();
    }

    @Test
    void tellsNothingToWhoReadsTheDisk() throws IOException {
        drafts().keep(MINE, ONCE, "[[\"reason\",\"JOSEPH-MONROSE\"]]");
        Path file = files().getFirst();
        String bytes = new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1);
        assertThat(bytes).doesNotContain("JOSEPH", ONCE, "reason");
        assertThat(file.getFileName().toString()).doesNotContain("1".repeat(8)).doesNotContain("crisis");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("drafts"))))
                .isEqualTo("rwx------");
    }

    @Test
    void forgetsAfterADay() throws IOException {
        FormDrafts drafts = drafts();
        drafts.keep(MINE, ONCE, "[]");
        now = now.plus(Duration.ofHours(23));
        drafts.sweep();
        assertThat(drafts.find(MINE)).isPresent();
        now = now.plus(Duration.ofHours(2));
        assertThat(drafts.find(MINE)).isEmpty();
        drafts.sweep();
        assertThat(files()).isEmpty();
    }

    @Test
    void dropsWhatWasAltered() throws IOException {
        FormDrafts drafts = drafts();
        drafts.keep(MINE, ONCE, "[]");
        Path file = files().getFirst();
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length - 1] ^= 1;
        Files.write(file, bytes);
        assertThat(drafts.find(MINE)).isEmpty();
        assertThat(files()).isEmpty();
    }

    @Test
    void keepsFortyOfOnePersonAtMost() throws IOException {
        FormDrafts drafts = drafts();
        for (int i = 0; i < 45; i++) {
            drafts.keep(new FormDrafts.Place(MINE.account(), "/form/" + i, ""), ONCE, "x".repeat(i + 1));
        }
        assertThat(files()).hasSize(40);
    }
}
