package org.relais.feeds;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/** Tells whether a file of messages looks written to its end: by a line end, and for a batch by its trailer. */
final class FileEnd {
    private static final int LOOKED_AT = 4096;

    private FileEnd() {}

    static boolean finished(Path file) throws IOException {
        try (SeekableByteChannel in =
                Files.newByteChannel(file, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS))) {
            String start = text(in, 0).stripLeading();
            String end = text(in, Math.max(0, in.size() - LOOKED_AT)).replaceAll("[ \\t\\u0000\\u001A]+$", "");
            char last = end.isEmpty() ? ' ' : end.charAt(end.length() - 1);
            if (last != '\r' && last != '\n' && last != '\u001C') {
                return false;
            }
            return trailed(start, end, "FHS", "FTS") && trailed(start, end, "BHS", "BTS");
        }
    }

    private static boolean trailed(String start, String end, String header, String trailer) {
        String marked = start.startsWith("\u00EF\u00BB\u00BF") ? start.substring(3) : start;
        return !marked.startsWith(header)
                || end.startsWith(trailer)
                || end.contains("\r" + trailer)
                || end.contains("\n" + trailer);
    }

    private static String text(SeekableByteChannel in, long from) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(LOOKED_AT);
        in.position(from);
        while (bytes.hasRemaining() && in.read(bytes) >= 0) {
            // reads until full or at the end
        }
        return new String(bytes.array(), 0, bytes.position(), StandardCharsets.ISO_8859_1);
    }
}
