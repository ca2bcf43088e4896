package org.relais.feeds.hl7v2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relais.testkit.Hl7.admission;
import static org.relais.testkit.Hl7.header;
import static org.relais.testkit.Hl7.message;
import static org.relais.testkit.Hl7.pid;
import static org.relais.testkit.Hl7.utf8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.relais.care.Interpretation;
import org.relais.hl7.MessageFile;

/** No bytes break the reader, whatever they are. */
class AnyBytesTest {
    private static final byte[][] SEEDS = {
        utf8(admission("C1", "0001", "JOSEPH-MONROSE")),
        utf8(message(
                header("ORU^R01", "C2"),
                pid("1", "A", "B"),
                "OBR|1|P|F|24320-4^Iono^LN|||20261123",
                "OBX|1|NM|2823-3^Potassium^LN||3.1|mmol/L|3.5-5.1|L|||F",
                "NTE|1||a\\.br\\b\\XC3A9\\")),
        utf8(message(
                header("RDE^O11", "C3"),
                pid("1", "A", "B"),
                "ORC|NW|1",
                "RXE||P^Para^L|1||g",
                "TQ1|1||BID",
                "RXR|PO",
                "RXC|A|N^NaCl|500|mL",
                "RXA|0|1|20261123||P^Para|1|g")),
        utf8(message(
                header("ADT^A40", "C4"),
                pid("1", "A", "B"),
                "MRG|2^^^IPP-POINTE^PI",
                "AL1|1|DA|P^Péni",
                "DG1|1||I10",
                "NK1|1|A^B|MTH|0590"))
    };

    @Test
    @Timeout(120)
    void neverBreaksOnMutatedMessages() {
        Random random = new Random(42);
        for (int round = 0; round < 40_000; round++) {
            byte[] raw = mutated(SEEDS[random.nextInt(SEEDS.length)].clone(), random);
            Interpretation said = Reader.read(raw);
            assertThat(said.reasons()).extracting(Interpretation.Reason::key).doesNotContain("feeds.reason.defect");
        }
    }

    @Test
    void neverBreaksOnRandomBytes() throws IOException {
        Random random = new Random(43);
        for (int round = 0; round < 5_000; round++) {
            byte[] raw = new byte[random.nextInt(400)];
            random.nextBytes(raw);
            Reader.read(raw);
            ByteArrayOutputStream whole = new ByteArrayOutputStream();
            MessageFile file = new MessageFile(new ByteArrayInputStream(raw), 1 << 20);
            for (byte[] part = file.next(); part != null; part = file.next()) {
                whole.writeBytes(part);
            }
            assertThat(whole.toByteArray()).isEqualTo(raw);
        }
    }

    @Test
    @Timeout(60)
    void staysLinearOnPathologicalFields() {
        for (String filling : List.of("\\", "~", "^", "&", "|", "\r", "\rPID|", "\rOBX|1|TX|A||x", "MSH ", "\\X41\\")) {
            Reader.read(utf8(header("ORU^R01", "C1") + "\r" + pid("1", "A", "B") + "\rOBX|1|ST|A||"
                    + filling.repeat(400_000 / filling.length())));
        }
    }

    private static byte[] mutated(byte[] raw, Random random) {
        byte[] result = raw;
        for (int i = 1 + random.nextInt(6); i > 0 && result.length > 4; i--) {
            int at = random.nextInt(result.length);
            switch (random.nextInt(4)) {
                case 0 -> result[at] = (byte) random.nextInt(256);
                case 1 -> result[at] = (byte) "|^~\\&\r\n\"\u000B\u001C".charAt(random.nextInt(10));
                case 2 -> result = Arrays.copyOf(result, at);
                default -> {
                    byte[] longer = Arrays.copyOf(result, result.length + 40);
                    System.arraycopy(result, at, longer, at + 40, result.length - at);
                    result = longer;
                }
            }
        }
        return result;
    }
}
