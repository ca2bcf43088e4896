package org.relais.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.relais.access.Trace.Act;
import org.relais.access.TraceLog.Filter;
import org.relais.kernel.PatientId;
import org.relais.kernel.StaffId;
import org.relais.kernel.Who;

class TraceLogTest {
    private static final StaffId ONE = new StaffId("1".repeat(32));
    private static final StaffId TWO = new StaffId("2".repeat(32));
    private static final PatientId HER = new PatientId("a".repeat(32));
    private static final PatientId HIM = new PatientId("b".repeat(32));
    private final AccessRoom room = new AccessRoom();

    @BeforeEach
    void someAccesses() {
        room.trace.opened(new Who.Staff(ONE), HER, "chart");
        room.trace.searched(new Who.Staff(TWO), "jos", 3);
        room.trace.printed(new Who.Staff(TWO), "pack", "MAT", List.of(HER, HIM));
        room.trace.login(Act.LOGIN_FAILED, new Who.Machine(), ONE, "10.0.0.1");
    }

    private List<Act> acts(Filter filter) {
        return room.log.latest(filter, Long.MAX_VALUE, 50).stream()
                .map(line -> line.access().act())
                .toList();
    }

    @Test
    void showsTheNewestFirst() {
        assertThat(acts(new Filter.All())).containsExactly(Act.LOGIN_FAILED, Act.PRINTED, Act.SEARCHED, Act.OPENED);
        assertThat(room.log.latest(new Filter.All(), 3, 1)).singleElement().satisfies(line -> {
            assertThat(line.access().act()).isEqualTo(Act.SEARCHED);
            assertThat(line.who()).isEqualTo(new Who.Staff(TWO));
        });
    }

    @Test
    void showsWhoSawOnePatient() {
        assertThat(acts(new Filter.To(HER))).containsExactly(Act.PRINTED, Act.OPENED);
        assertThat(acts(new Filter.To(HIM))).containsExactly(Act.PRINTED);
        assertThat(acts(new Filter.To(new PatientId("c".repeat(32))))).isEmpty();
    }

    @Test
    void showsWhatOnePersonDidAndTriesOnHerLogin() {
        assertThat(acts(new Filter.Of(ONE))).containsExactly(Act.LOGIN_FAILED, Act.OPENED);
        assertThat(room.log.count(new Filter.Of(TWO))).isEqualTo(2);
    }

    @Test
    void knowsAPrintByTheNameThatItsPagesBear() {
        Trace.Print print = new Trace.Print("pack", "MAT", "K3F9QX7A2B-01");
        room.trace.printed(new Who.Staff(ONE), print, List.of(HER));
        room.trace.printed(new Who.Staff(TWO), print, List.of(HIM));
        assertThat(room.log.print("K3F9QX7A2B-01"))
                .hasValueSatisfying(access -> assertThat(access.patients()).containsExactly(HER.hex()));
        assertThat(room.log.print("K3F9QX7A2B-02")).isEmpty();
        assertThat(room.log.print("")).isEmpty();
    }

    @Test
    void replayAndSnapshotEqualTheLiveState() throws IOException {
        room.trace.printed(new Who.Staff(ONE), new Trace.Print("summary", "", "7K2M"), List.of(HER));
        TraceLog replayed = new TraceLog(_ -> List.of());
        room.entries.forEach(replayed::apply);
        TraceLog loaded = new TraceLog(_ -> List.of());
        byte[] live = AccountsTest.saved(room.log);
        loaded.load(new DataInputStream(new ByteArrayInputStream(live)));
        assertThat(AccountsTest.saved(replayed)).isEqualTo(live);
        assertThat(AccountsTest.saved(loaded)).isEqualTo(live);
    }
}
