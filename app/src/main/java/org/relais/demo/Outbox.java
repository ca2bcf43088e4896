package org.relais.demo;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * Where the simulated systems put their messages. Adds the header (MSH), and what happens to messages in a real
 * hospital: now and then one is sent twice, cut short, or of a kind nobody announced.
 */
final class Outbox {
    private static final ZoneId LOCAL = ZoneId.of("America/Martinique");
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");

    private final Agenda agenda;
    private final Pace pace;
    private final Random mishaps;
    private final Deque<DemoMessage> ready = new ArrayDeque<>();
    private final Map<Sender, Integer> counters = new EnumMap<>(Sender.class);

    Outbox(Agenda agenda, Pace pace, Random mishaps) {
        this.agenda = agenda;
        this.pace = pace;
        this.mishaps = mishaps;
    }

    /** A time as a sender writes it (HL7 v2.5 TS, to the second). */
    String time(Sender sender, Instant at) {
        Instant stated = pace.stated(at);
        ZoneOffset offset = LOCAL.getRules().getOffset(stated);
        String local = SECONDS.format(stated.atOffset(offset));
        return sender.zoned ? local + offset.getId().replace(":", "") : local;
    }

    String now(Sender sender) {
        return time(sender, agenda.now());
    }

    /** @param type MSH-9: code, trigger, structure */
    void post(Sender sender, String type, List<Segment> segments) {
        StringBuilder body = new StringBuilder();
        segments.forEach(segment -> body.append(segment).append('\r'));
        byte[] bytes = (header(sender, type, body) + body).getBytes(sender.charset);
        send(sender, bytes);
        int luck = mishaps.nextInt(4000);
        if (luck < 12) {
            agenda.in(Duration.ofSeconds(20 + luck), () -> send(sender, bytes));
        } else if (luck < 16) {
            send(sender, cutShort(sender, type, body));
        }
        if (sender == Sender.GAM && counters.getOrDefault(sender, 0) % 601 == 300) {
            post(sender, "ADT^Z77^ADT_A05", segments.subList(0, Math.min(2, segments.size())));
        }
    }

    /** The next message that is written, or null. */
    @Nullable
    DemoMessage poll() {
        return ready.poll();
    }

    private void send(Sender sender, byte[] bytes) {
        ready.add(new DemoMessage(pace.stated(agenda.now()), sender.name(), bytes));
    }

    private byte[] cutShort(Sender sender, String type, StringBuilder body) {
        String header = header(sender, type, body);
        int first = body.indexOf("\r");
        String cut = header + body.substring(0, Math.max(3, Math.min(first, 14)));
        return cut.getBytes(sender.charset);
    }

    private String header(Sender sender, String type, StringBuilder body) {
        CRC32 sum = new CRC32();
        sum.update(body.toString().getBytes(StandardCharsets.UTF_8));
        int count = counters.merge(sender, 1, Integer::sum);
        String id = "%s%07d%08X".formatted(sender.name(), count, sum.getValue());
        boolean pam = sender == Sender.GAM;
        return Segment.of("MSH")
                        .put(1, "^~\\&")
                        .put(2, sender.name())
                        .put(3, "CHP")
                        .put(4, "RELAIS")
                        .put(5, "CHP")
                        .put(6, now(sender))
                        .put(8, type)
                        .put(9, id)
                        .put(10, "P")
                        .put(11, pam ? "2.5^FRA^2.11" : "2.5^FRA")
                        .put(16, "FRA")
                        .put(17, sender.charsetName)
                        .put(18, "FR")
                        .put(20, pam ? "2.11^IHE_FRANCE-2.11-PAM" : "")
                + "\r";
    }
}
