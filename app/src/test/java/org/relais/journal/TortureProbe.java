package org.relais.journal;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.relais.kernel.ProblemException;
import org.relais.kernel.Who;

/**
 * A program of its own whose disk fails: writes facts until one is refused, then tries some more, then reads what was
 * acknowledged. Prints {@code ack POSITION NUMBER}, {@code refused KEY}, {@code read COUNT}, {@code writing BOOLEAN}.
 */
final class TortureProbe {
    private static final int TRIES_AFTER = 20;

    private TortureProbe() {}

    /** Arguments: data directory, how many facts at most. */
    public static void main(String[] args) {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.US_ASCII);
        DataDirectory directory = TestDirectory.open(Path.of(args[0]), InstantSource.system());
        Journal journal = directory.journal();
        List<Long> acknowledged = new ArrayList<>();
        int left = Integer.parseInt(args[1]);
        for (int n = 0; left > 0; n++, left--) {
            try {
                byte[] payload = ByteBuffer.allocate(4000).putInt(n).array();
                Receipt receipt = journal.write(Draft.of("test.probe", 1, new Who.Machine(), payload));
                acknowledged.add(receipt.position());
                out.println("ack " + receipt.position() + " " + n);
            } catch (ProblemException refused) {
                out.println("refused " + refused.problem().messageKey());
                left = Math.min(left, TRIES_AFTER);
            }
        }
        out.println("writing " + journal.writing());
        out.println("read "
                + acknowledged.stream()
                        .filter(position -> journal.entry(position).payload() != null)
                        .count());
        Runtime.getRuntime().halt(0);
    }
}
