package org.relais.hl7;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What stands around the messages of a batch: FHS, BHS, BTS and FTS segments (HL7 v2.5.1, chapter 2.10.3), and whether the
 * counts in them agree with what was found.
 */
public final class Envelope {
    /** What is wrong with a batch. */
    public enum Fault {
        /** BTS-1 is not the number of messages of the batch. */
        BATCH_COUNT,
        /** FTS-1 is not the number of batches. */
        FILE_COUNT,
        /** The batch has no BTS: it may be cut off. */
        NO_BATCH_TRAILER,
        /** The file has no FTS: it may be cut off. */
        NO_FILE_TRAILER
    }

    /**
     * One thing wrong.
     *
     * @param said  what the trailer says; -1 without a trailer
     * @param found what was there
     */
    public record Flaw(Fault fault, long said, long found) {}

    private static final int MOST_KEPT = 256 * 1024;

    private final ByteArrayOutputStream segments = new ByteArrayOutputStream();
    private final List<Flaw> flaws = new ArrayList<>();
    private final MessageDigest digest = sha256();
    private Optional<Header> file = Optional.empty();
    private Optional<Header> batch = Optional.empty();
    private long messages;
    private long batches;
    private long inBatch;
    private boolean batchOpen;
    private boolean fileOpen;

    Envelope() {}

    /** Whether bytes are a batch, and not a message. */
    public static boolean opens(byte[] raw) {
        return HeaderStart.opensBatch(raw, raw.length);
    }

    void message(byte[] raw) {
        digest.update(raw);
        messages++;
        inBatch++;
    }

    void around(byte[] piece) {
        digest.update(piece);
        if (segments.size() + piece.length <= MOST_KEPT) {
            segments.writeBytes(piece);
        }
        for (String line : new String(piece, StandardCharsets.ISO_8859_1).split("[\r\n]+")) {
            String segment = line.replaceFirst("^[^A-Z]*", "");
            switch (segment.length() < 3 ? "" : segment.substring(0, 3)) {
                case "FHS" -> openFile(segment);
                case "BHS" -> openBatch(segment);
                case "BTS" -> closeBatch(said(segment));
                case "FTS" -> closeFile(said(segment));
                default -> {
                    // kept, and of no consequence
                }
            }
        }
    }

    private void openFile(String segment) {
        file = file.or(() -> Header.ofLine(segment));
        fileOpen = true;
    }

    private void openBatch(String segment) {
        endBatch();
        batch = batch.or(() -> Header.ofLine(segment));
        batchOpen = true;
        batches++;
        inBatch = 0;
    }

    private void closeBatch(long said) {
        if (said >= 0 && said != inBatch) {
            flaws.add(new Flaw(Fault.BATCH_COUNT, said, inBatch));
        }
        batchOpen = false;
        inBatch = 0;
    }

    private void closeFile(long said) {
        endBatch();
        boolean unnamed = batches == 0 && said <= 1;
        if (said >= 0 && said != batches && !unnamed) {
            flaws.add(new Flaw(Fault.FILE_COUNT, said, batches));
        }
        fileOpen = false;
    }

    private void endBatch() {
        if (batchOpen) {
            flaws.add(new Flaw(Fault.NO_BATCH_TRAILER, -1, inBatch));
            batchOpen = false;
        }
    }

    void end() {
        endBatch();
        if (fileOpen) {
            flaws.add(new Flaw(Fault.NO_FILE_TRAILER, -1, batches));
            fileOpen = false;
        }
    }

    private static long said(String trailer) {
        String field = trailer.length() > 4
                ? trailer.substring(4).split("[^ 0-9]", 2)[0].strip()
                : "";
        return field.matches("[0-9]{1,9}") ? Long.parseLong(field) : -1;
    }

    /** The first FHS. */
    public Optional<Header> file() {
        return file;
    }

    /** The first BHS. */
    public Optional<Header> batch() {
        return batch;
    }

    public long messages() {
        return messages;
    }

    /** How many BHS there were. */
    public long batches() {
        return batches;
    }

    public List<Flaw> flaws() {
        return List.copyOf(flaws);
    }

    /** The segments around the messages in order, each char one byte; none beyond 256 KiB. */
    public String segments() {
        return segments.toString(StandardCharsets.ISO_8859_1);
    }

    /** SHA-256 of all bytes, messages too. To be asked once, at the end. */
    public byte[] digest() {
        return digest.digest();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
