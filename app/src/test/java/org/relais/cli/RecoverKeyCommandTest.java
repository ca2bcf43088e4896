package org.relais.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.relais.journal.DataDirectory;
import org.relais.journal.TestDirectory;
import org.relais.journal.crypto.RecoveryShare;
import org.relais.kernel.Language;
import org.relais.kernel.Mode;
import org.relais.kernel.Who;
import picocli.CommandLine;

class RecoverKeyCommandTest {
    private static final String FRESH = "une toute autre phrase";

    @TempDir
    Path temp;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final List<RecoveryShare> parts = new ArrayList<>();
    private Path data;

    @BeforeEach
    void aDirectoryWithItsSheets() throws IOException {
        data = temp.resolve("data");
        try (DataDirectory made = TestDirectory.create(data, Mode.REAL, InstantSource.system())) {
            made.keyRing().makeRecovery(new Who.Operator(), parts::addAll);
        }
        Files.writeString(temp.resolve("fresh"), FRESH + "\n");
        for (RecoveryShare part : parts) {
            boolean typed = part.number() % 2 == 0;
            Files.writeString(sheet(part.number()), typed ? String.join("\n", part.rows()) : part.text());
        }
    }

    private Path sheet(int number) {
        return temp.resolve("sheet" + number);
    }

    private Console console() {
        PrintStream out = new PrintStream(said, true, UTF_8);
        return new Console(out, out, temp, Language.EN);
    }

    private int recover(int... sheets) {
        List<String> words = new ArrayList<>(List.of(
                "--data",
                data.toString(),
                "--new-passphrase-file",
                temp.resolve("fresh").toString()));
        for (int number : sheets) {
            words.add("--part");
            words.add(sheet(number).toString());
        }
        return new CommandLine(new RecoverKeyCommand(console())).execute(words.toArray(String[]::new));
    }

    @Test
    void threeSheetsOpenWhatThePassphraseOpened() {
        assertThat(recover(5, 2, 4)).isZero();
        DataDirectory.open(data, FRESH.toCharArray(), InstantSource.system()).close();
    }

    @Test
    void twoSheetsOpenNothing() {
        assertThat(recover(5, 2)).isEqualTo(1);
        assertThat(said.toString(UTF_8)).contains("Sheets given: 2; 3 are needed");
        TestDirectory.open(data, InstantSource.system()).close();
    }

    @Test
    void aWrongSheetIsNamedByFileAndRow() throws IOException {
        List<String> rows = new ArrayList<>(parts.get(1).rows());
        rows.set(
                6,
                rows.get(6).substring(0, 8)
                        + (rows.get(6).charAt(8) == '7' ? '8' : '7')
                        + rows.get(6).substring(9));
        Files.writeString(sheet(2), String.join("\n", rows));
        assertThat(recover(1, 2, 3)).isEqualTo(1);
        assertThat(said.toString(UTF_8)).contains("sheet2", "Row 7 has an error");
    }

    @Test
    void whoeverTypesIsToldAtOnceWhichRowIsWrong() {
        RecoveryShare part = parts.get(2);
        Deque<String> keys = new ArrayDeque<>(part.rows());
        keys.addFirst("0000 0000 0");
        RecoverKeyCommand.Typing typing = new RecoverKeyCommand.Typing(keys::poll, console());
        assertThat(typing.part(List.of()).number()).isEqualTo(3);
        assertThat(said.toString(UTF_8)).containsOnlyOnce("Row 1 has an error").contains("Part 3 read");

        keys.addAll(part.rows());
        keys.add(parts.get(0).text());
        assertThat(typing.part(List.of(part)).number()).isEqualTo(1);
        assertThat(said.toString(UTF_8)).contains("Part 3 is given twice");
    }
}
