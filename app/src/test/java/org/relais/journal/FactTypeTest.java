package org.relais.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.relais.kernel.NodeId;
import org.relais.kernel.Who;

class FactTypeTest {
    record Declared(String reason, Instant at, List<String> feeds) {}

    private static final FactType<Declared> TYPE = FactType.of("test.declared", 3, Declared.class)
            .upcasting(1, old -> {
                old.set("reason", old.remove("why"));
                return old;
            })
            .upcasting(2, old -> {
                old.putArray("feeds").add("all");
                return old;
            });

    private static final Instant AT = Instant.parse("2026-11-23T02:14:00Z");

    private static Entry entry(String type, int version, @Nullable String json) {
        EntryKey key = new EntryKey(new NodeId("0".repeat(32)), "1".repeat(32), 1);
        byte[] payload = json == null ? null : json.getBytes(UTF_8);
        return new Entry(1, key, AT, type, version, new Who.Machine(), null, payload, List.of());
    }

    @Test
    void readsWhatItDrafted() {
        Declared fact = new Declared("rançongiciel", AT, List.of("mllp", "import"));
        Draft draft = TYPE.draft(new Who.Operator(), fact);
        assertThat(draft.type()).isEqualTo("test.declared");
        assertThat(draft.version()).isEqualTo(3);
        assertThat(TYPE.read(entry("test.declared", 3, new String(draft.payload(), UTF_8))))
                .contains(fact);
    }

    @Test
    void bringsAnOldVersionUpStepByStep() {
        assertThat(TYPE.read(entry("test.declared", 1, "{\"why\":\"panne\",\"at\":\"2026-11-23T02:14:00Z\"}")))
                .contains(new Declared("panne", AT, List.of("all")));
        assertThat(TYPE.read(entry("test.declared", 2, "{\"reason\":\"panne\",\"at\":\"2026-11-23T02:14:00Z\"}")))
                .contains(new Declared("panne", AT, List.of("all")));
    }

    @Test
    void leavesAloneWhatItDoesNotUnderstand() {
        String good = "{\"reason\":\"r\",\"at\":\"2026-11-23T02:14:00Z\",\"feeds\":[]}";
        assertThat(TYPE.read(entry("test.declared", 4, good))).isEqualTo(Optional.empty());
        assertThat(TYPE.read(entry("test.other", 3, good))).isEmpty();
        assertThat(TYPE.read(entry("test.declared", 3, null))).isEmpty();
        assertThat(TYPE.read(entry("test.declared", 3, "{\"reason\":"))).isEmpty();
        assertThat(TYPE.read(entry("test.declared", 1, "[]"))).isEmpty();
    }
}
