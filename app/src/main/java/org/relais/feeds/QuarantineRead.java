package org.relais.feeds;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.relais.journal.FactType;

/**
 * The messages that were in quarantine at one moment: the fact {@code feeds.quarantine-read}.
 *
 * @param interpreter version that could not read them
 * @param positions   ascending, each as its distance from the one before in 4 bytes (big-endian), base64
 */
public record QuarantineRead(int interpreter, String positions) {
    static final FactType<QuarantineRead> TYPE = FactType.of("feeds.quarantine-read", 1, QuarantineRead.class);

    static QuarantineRead of(int interpreter, List<Long> positions) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * positions.size());
        long last = 0;
        for (long position : positions) {
            bytes.putInt((int) Math.min(Integer.MAX_VALUE, position - last));
            last = position;
        }
        return new QuarantineRead(interpreter, Base64.getEncoder().encodeToString(bytes.array()));
    }

    List<Long> list() {
        ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(positions));
        List<Long> list = new ArrayList<>();
        long position = 0;
        while (bytes.remaining() >= 4) {
            position += bytes.getInt();
            list.add(position);
        }
        return list;
    }
}
