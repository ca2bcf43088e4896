package org.relais.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.relais.journal.DataDirectory;
import org.relais.journal.ReadModels;
import org.relais.journal.TestDirectory;
import org.relais.kernel.Mode;
import org.relais.kernel.Outcome;

class AccessOnDiskTest {
    private static final InstantSource CLOCK = new AccessRoom.TestClock();

    @TempDir
    Path directory;

    @Test
    void anAdministratorMadeAtFirstStartLogsInAfterARestart() {
        OneTimePassword made;
        try (DataDirectory data = TestDirectory.create(directory, Mode.DEMO, CLOCK)) {
            Accounts accounts = new Accounts();
            try (ReadModels models = ReadModels.start(data.journal(), List.of(accounts), data.snapshots())) {
                People people = new People(data.journal(), models, accounts, CLOCK);
                made = people.firstAdministrator().orElseThrow();
                assertThat(accounts.byLogin("admin")).isPresent();
            }
        }
        try (DataDirectory data = TestDirectory.open(directory, CLOCK)) {
            Accounts accounts = new Accounts();
            try (ReadModels models = ReadModels.start(data.journal(), List.of(accounts), data.snapshots())) {
                models.await(data.journal().head(), java.time.Duration.ofSeconds(10));
                Login login = new Login(accounts, new Badges(), new Trace(data.journal()), CLOCK);
                assertThat(login.authenticate(made.login(), made.password(), "127.0.0.1"))
                        .isInstanceOf(Outcome.Done.class);
                assertThat(new People(data.journal(), models, accounts, CLOCK).firstAdministrator())
                        .isEmpty();
            }
        }
    }
}
