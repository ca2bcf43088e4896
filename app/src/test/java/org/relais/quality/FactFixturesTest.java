package org.relais.quality;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.relais.feeds.ReceivedMessage;
import org.relais.journal.Draft;
import org.relais.journal.Entry;
import org.relais.journal.EntryKey;
import org.relais.journal.FactType;
import org.relais.kernel.NodeId;
import org.relais.kernel.Who;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every format of a fact that a release ever wrote is read for ever: {@code src/test/resources/facts} keeps one payload of
 * each type and version, byte for byte as that version wrote it ({@code .json}; received messages in {@code .hex}). A new
 * type or version comes with its file; none is ever changed or taken away.
 */
class FactFixturesTest {
    private static final Path FILES = Path.of("src/test/resources/facts");
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Who WHO = new Who.Operator();

    @Test
    void everyTypeAndVersionHasItsPayload() throws Exception {
        Set<String> wanted = new TreeSet<>();
        for (FactType<?> type : types()) {
            for (int version = 1; version <= type.version(); version++) {
                wanted.add(type.name() + "-" + version + ".json");
            }
        }
        for (int version = 1; version <= ReceivedMessage.VERSION; version++) {
            wanted.add(ReceivedMessage.TYPE + "-" + version + ".hex");
        }
        try (Stream<Path> list = Files.list(FILES)) {
            assertThat(new TreeSet<>(
                            list.map(file -> file.getFileName().toString()).toList()))
                    .as("%s: a new type or version brings one payload, as it writes it; none goes away", FILES)
                    .isEqualTo(wanted);
        }
    }

    @Test
    void everyPayloadIsReadAndTodaysIsWrittenTheSame() throws Exception {
        for (FactType<?> type : types()) {
            for (int version = 1; version <= type.version(); version++) {
                check(type, version);
            }
        }
    }

    private static <T extends Record> void check(FactType<T> type, int version) throws IOException {
        String name = type.name() + "-" + version + ".json";
        byte[] payload = Files.readAllBytes(FILES.resolve(name));
        Optional<T> read = type.read(entry(type.name(), version, payload));
        assertThat(read).as(name).isPresent();
        Draft again = type.draft(WHO, read.get());
        assertThat(type.read(entry(again.type(), again.version(), again.payload())))
                .as(name + " written again")
                .isPresent();
        if (version == type.version()) {
            assertThat(JSON.readTree(again.payload())).as(name).isEqualTo(JSON.readTree(payload));
        }
    }

    @Test
    void receivedMessagesAreReadWhole() throws IOException {
        for (int version = 1; version <= ReceivedMessage.VERSION; version++) {
            String hex = Files.readString(FILES.resolve(ReceivedMessage.TYPE + "-" + version + ".hex"))
                    .strip();
            byte[] payload = HexFormat.of().parseHex(hex);
            ReceivedMessage message = ReceivedMessage.read(entry(ReceivedMessage.TYPE, version, payload))
                    .orElseThrow();
            assertThat(message.draft(Optional.empty()).version()).isEqualTo(version);
            assertThat(message.draft(Optional.empty()).payload()).isEqualTo(payload);
            assertThat(new String(message.raw(), message.origin().charset())).contains("DÉSIRÉ");
        }
    }

    private static Entry entry(String type, int version, byte[] payload) {
        EntryKey key = new EntryKey(new NodeId("a0".repeat(16)), "e0".repeat(16), 1);
        return new Entry(1, key, Instant.EPOCH, type, version, WHO, null, payload, List.of());
    }

    /** Every type that any room declares. */
    static List<FactType<?>> types() throws ReflectiveOperationException {
        List<FactType<?>> types = new ArrayList<>();
        List<JavaField> fields = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("org.relais").stream()
                        .flatMap(one -> one.getFields().stream())
                        .filter(field -> field.getRawType().isEquivalentTo(FactType.class))
                        .filter(field -> field.getModifiers().contains(JavaModifier.STATIC))
                        .toList();
        for (JavaField one : fields) {
            Field field = one.reflect();
            field.setAccessible(true);
            types.add((FactType<?>) field.get(null));
        }
        assertThat(types).hasSizeGreaterThan(30);
        return types;
    }
}
