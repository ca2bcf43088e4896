package org.relais.demo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A history as message files: one file per system and day, {@code SYSTEM-YYYY-MM-DD.hl7}, messages one after the other,
 * every segment ended by CR. The same seed, size and end give the same bytes.
 */
public record GenerateFiles(long seed, int patients, int days, Instant end) {
    private static final int BUFFER = 1 << 20;

    /** A history that ends at {@link DemoHospital#DEFAULT_END}. */
    public GenerateFiles(long seed, int patients, int days) {
        this(seed, patients, days, DemoHospital.DEFAULT_END);
    }

    /** What was written. */
    public record Counts(int files, int messages, Map<String, Integer> bySystem) {}

    /** Writes into a directory, which is made when missing; a file of the same name is replaced. */
    public Counts write(Path directory) throws IOException {
        Files.createDirectories(directory);
        Map<String, ByteArrayOutputStream> open = new TreeMap<>();
        Map<String, Integer> bySystem = new TreeMap<>();
        TreeSet<String> files = new TreeSet<>();
        var messages = new DemoHospital(seed).history(patients, days, end).iterator();
        while (messages.hasNext()) {
            DemoMessage message = messages.next();
            String name = message.system() + "-"
                    + message.at().atOffset(ZoneOffset.ofHours(-4)).toLocalDate() + ".hl7";
            if (files.add(name)) {
                Files.deleteIfExists(directory.resolve(name));
            }
            ByteArrayOutputStream buffer = open.computeIfAbsent(name, ignored -> new ByteArrayOutputStream());
            byte[] hl7 = message.hl7();
            buffer.write(hl7, 0, hl7.length);
            if (hl7[hl7.length - 1] != '\r') {
                buffer.write('\r');
            }
            bySystem.merge(message.system(), 1, Integer::sum);
            if (buffer.size() > BUFFER) {
                flush(directory.resolve(name), buffer);
            }
        }
        for (Map.Entry<String, ByteArrayOutputStream> entry : open.entrySet()) {
            flush(directory.resolve(entry.getKey()), entry.getValue());
        }
        int total = bySystem.values().stream().mapToInt(Integer::intValue).sum();
        return new Counts(files.size(), total, Map.copyOf(bySystem));
    }

    private static void flush(Path file, ByteArrayOutputStream buffer) throws IOException {
        Files.write(file, buffer.toByteArray(), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        buffer.reset();
    }
}
