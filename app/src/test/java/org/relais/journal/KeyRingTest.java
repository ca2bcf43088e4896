package org.relais.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.relais.journal.JournalFacts.KeyAct;
import org.relais.journal.JournalFacts.KeysChanged;
import org.relais.journal.crypto.RecoveryKey;
import org.relais.journal.crypto.RecoveryShare;
import org.relais.kernel.Mode;
import org.relais.kernel.ProblemException;
import org.relais.kernel.Who;

class KeyRingTest {
    private static final Who OPERATOR = new Who.Operator();
    private static final char[] FRESH = "cinq autres mots sur un papier".toCharArray();

    @TempDir
    Path temp;

    private Path data;

    @BeforeEach
    void createDirectory() {
        data = temp.resolve("data");
        TestDirectory.create(data, Mode.REAL, JournalTest.TIME).close();
    }

    private DataDirectory open(char[] passphrase) {
        return DataDirectory.open(data, null, passphrase.clone(), TestDirectory.settings(JournalTest.TIME));
    }

    private static String refusal(Runnable work) {
        try {
            work.run();
            return "";
        } catch (ProblemException refused) {
            return refused.problem().messageKey();
        }
    }

    private List<RecoveryShare> parts() {
        List<RecoveryShare> parts = new ArrayList<>();
        try (DataDirectory directory = open(TestDirectory.PASSPHRASE)) {
            directory.keyRing().makeRecovery(OPERATOR, parts::addAll);
        }
        return parts;
    }

    private void recover(List<RecoveryShare> parts) {
        DataDirectory.recover(
                data, RecoveryKey.combine(parts).orThrow(), FRESH.clone(), TestDirectory.settings(JournalTest.TIME));
    }

    private static List<KeysChanged> facts(DataDirectory directory) {
        List<KeysChanged> facts = new ArrayList<>();
        directory.journal().read(1, entry -> JournalFacts.KEYS.read(entry).ifPresent(facts::add));
        return facts;
    }

    @Test
    void theOldPassphraseOpensNothingOnceItIsChanged() {
        try (DataDirectory directory = open(TestDirectory.PASSPHRASE)) {
            directory.keyRing().changePassphrase(OPERATOR, TestDirectory.PASSPHRASE.clone(), FRESH.clone());
        }
        assertThat(refusal(() -> open(TestDirectory.PASSPHRASE).close())).isEqualTo("journal.wrong-passphrase");
        try (DataDirectory directory = open(FRESH)) {
            assertThat(facts(directory)).containsExactly(new KeysChanged(KeyAct.PASSPHRASE_CHANGED, ""));
            assertThat(directory.verify(null).sound()).isTrue();
        }
    }

    @Test
    void nobodyChangesAPassphraseWithoutTheOldOne() {
        try (DataDirectory directory = open(TestDirectory.PASSPHRASE)) {
            assertThat(refusal(() -> directory.keyRing().changePassphrase(OPERATOR, FRESH.clone(), FRESH.clone())))
                    .isEqualTo("journal.wrong-passphrase");
            assertThat(facts(directory)).isEmpty();
        }
        open(TestDirectory.PASSPHRASE).close();
    }

    @Test
    void threeSheetsSetANewPassphraseAndEverythingIsThere() {
        long before;
        try (DataDirectory directory = open(TestDirectory.PASSPHRASE)) {
            before = directory
                    .journal()
                    .write(Draft.of("test.note", 1, OPERATOR, new byte[] {1, 2, 3}))
                    .position();
        }
        List<RecoveryShare> parts = parts();
        assertThat(parts).hasSize(5);
        recover(List.of(parts.get(4), parts.get(1), parts.get(3)));
        assertThat(refusal(() -> open(TestDirectory.PASSPHRASE).close())).isEqualTo("journal.wrong-passphrase");
        try (DataDirectory directory = open(FRESH)) {
            assertThat(directory.journal().entry(before).payload()).isEqualTo(new byte[] {1, 2, 3});
            String set = directory.keyRing().recoverySet().orElseThrow();
            assertThat(facts(directory))
                    .containsExactly(
                            new KeysChanged(KeyAct.RECOVERY_MADE, set), new KeysChanged(KeyAct.RECOVERY_USED, set));
        }
    }

    @Test
    void sheetsThatWereReplacedOpenNothing() {
        List<RecoveryShare> old = parts();
        List<RecoveryShare> fresh = parts();
        assertThat(refusal(() -> recover(old.subList(0, 3)))).isEqualTo("recovery.other-keys");
        recover(fresh.subList(2, 5));
        open(FRESH).close();
    }

    @Test
    void aWrongPartWithRightLettersOpensNothingAndChangesNothing() throws IOException {
        List<RecoveryShare> parts = parts();
        byte[] keys = Files.readAllBytes(data.resolve("keys.json"));
        byte[] value = parts.get(2).value().clone();
        value[31] ^= 1;
        RecoveryShare wrong = new RecoveryShare(parts.get(2).set(), 3, value);
        assertThat(refusal(() -> recover(List.of(parts.get(0), parts.get(1), wrong))))
                .isEqualTo("recovery.other-keys");
        assertThat(Files.readAllBytes(data.resolve("keys.json"))).isEqualTo(keys);
        assertThat(DataDirectory.isLocked(data)).isFalse();
    }

    @Test
    void aChangeOfPassphraseKeepsTheSheets() {
        List<RecoveryShare> parts = parts();
        try (DataDirectory directory = open(TestDirectory.PASSPHRASE)) {
            directory.keyRing().changePassphrase(OPERATOR, TestDirectory.PASSPHRASE.clone(), FRESH.clone());
        }
        recover(parts.subList(0, 3));
        open(FRESH).close();
    }

    @Test
    void sheetsThatWereNotPrintedChangeNothing() {
        try (DataDirectory directory = open(TestDirectory.PASSPHRASE)) {
            assertThatThrownBy(() -> directory.keyRing().makeRecovery(OPERATOR, _ -> {
                        throw new IllegalStateException("no paper");
                    }))
                    .hasMessage("no paper");
            assertThat(directory.keyRing().recoverySet()).isEqualTo(Optional.empty());
            assertThat(facts(directory)).isEmpty();
        }
    }

    /** What a crash may leave: the fresh file beside the old one, half written. The old way in still opens. */
    @Test
    void aChangeThatWasCutShortLeavesTheOldWayIn() throws IOException {
        byte[] keys = Files.readAllBytes(data.resolve("keys.json"));
        Files.write(data.resolve("keys.json.new"), java.util.Arrays.copyOf(keys, keys.length / 2));
        try (DataDirectory directory = open(TestDirectory.PASSPHRASE)) {
            directory.keyRing().changePassphrase(OPERATOR, TestDirectory.PASSPHRASE.clone(), FRESH.clone());
        }
        open(FRESH).close();
        assertThat(data.resolve("keys.json.new")).doesNotExist();
        assertThat(Files.getPosixFilePermissions(data.resolve("keys.json"))).hasSize(2);
    }
}
