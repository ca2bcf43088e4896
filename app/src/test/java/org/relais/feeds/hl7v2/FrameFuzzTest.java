package org.relais.feeds.hl7v2;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.relais.care.Interpretation;
import org.relais.care.Interpreter.Depth;
import org.relais.feeds.ReceivedMessage;
import org.relais.hl7.Acknowledgements;
import org.relais.hl7.Acknowledgements.Verdict;
import org.relais.hl7.Frame;
import org.relais.hl7.Header;
import org.relais.hl7.MessageFile;
import org.relais.hl7.MllpReader;

/** Any bytes on the line or in a file: cut into messages without loss, answered, interpreted, never a defect. */
class FrameFuzzTest {
    private static final int LIMIT = 1 << 16;

    /** A stream that gives at most so many bytes a read. */
    private static final class Trickle extends FilterInputStream {
        private final int most;

        Trickle(byte[] bytes, int most) {
            super(new ByteArrayInputStream(bytes));
            this.most = most;
        }

        @Override
        public int read(byte[] to, int offset, int length) throws IOException {
            return super.read(to, offset, Math.min(length, most));
        }
    }

    @FuzzTest
    void line(byte[] bytes) throws IOException {
        List<String> whole = frames(new ByteArrayInputStream(bytes));
        assertThat(frames(new Trickle(bytes, 1))).isEqualTo(whole);
        assertThat(frames(new Trickle(bytes, 7))).isEqualTo(whole);
    }

    private static List<String> frames(InputStream in) throws IOException {
        MllpReader reader = new MllpReader(in, LIMIT, _ -> {});
        List<String> frames = new ArrayList<>();
        for (Frame frame = reader.next(); frame != null; frame = reader.next()) {
            frames.add(
                    switch (frame) {
                        case Frame.Whole(byte[] message) -> new String(message, StandardCharsets.ISO_8859_1);
                        case Frame.TooBig big -> "too big " + big.length();
                    });
        }
        return frames;
    }

    @FuzzTest
    void message(byte[] bytes) {
        Hl7Interpreter interpreter = new Hl7Interpreter();
        ReceivedMessage received = new ReceivedMessage(Reader.ORIGIN, bytes);
        Interpretation whole = interpreter.interpret(received, Depth.WHOLE);
        assertThat(whole.reasons()).extracting(Interpretation.Reason::key).doesNotContain("feeds.reason.defect");
        assertThat(interpreter.interpret(received, Depth.IDENTITY).reasons()).isEqualTo(whole.reasons());
        answered(Header.of(bytes));
    }

    private static void answered(Optional<Header> header) {
        Acknowledgements acknowledgements = new Acknowledgements(InstantSource.system());
        for (Verdict verdict : Verdict.values()) {
            for (byte[] answer : acknowledgements.answers(header, verdict, "why not")) {
                assertThat(answer).isNotEmpty().doesNotContain(0x0B, 0x1C);
            }
        }
    }

    @FuzzTest
    void file(byte[] bytes) throws IOException {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        MessageFile file = new MessageFile(new ByteArrayInputStream(bytes), LIMIT);
        for (byte[] part = file.next(); part != null; part = file.next()) {
            whole.writeBytes(part);
        }
        if (file.envelope().isEmpty()) {
            assertThat(whole.toByteArray()).isEqualTo(bytes);
        }
    }
}
