package org.relais.feeds.hl7v2;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.relais.care.chart.DocumentReader;
import org.relais.feeds.ReceivedMessage;
import org.relais.hl7.Message;
import org.relais.hl7.Segment;

/**
 * Takes the bytes of a document's part out of the message that holds it: ED.5 by its encoding ED.4 (HL7 v2.5.1 chapter
 * 2A.24: A, Hex, Base64), or the lines of text of an MDM.
 */
public final class DocumentBytes implements DocumentReader {
    @Override
    public Optional<byte[]> read(byte[] payload, String path) {
        return ReceivedMessage.decode(payload)
                .flatMap(received -> Message.read(received.raw()))
                .flatMap(message -> message.segments().stream()
                        .filter(segment -> ObservationMapping.path(segment).equals(path))
                        .findFirst()
                        .flatMap(segment ->
                                segment.is("TXA") ? Optional.of(text(message, segment)) : encapsulated(segment)));
    }

    /** Lines of text, to the next patient's. */
    private static byte[] text(Message message, Segment txa) {
        List<Segment> after = message.segments().stream()
                .filter(segment -> segment.ordinal() > txa.ordinal())
                .takeWhile(segment -> !segment.is("PID"))
                .toList();
        return after.stream()
                .filter(segment -> segment.is("OBX") && !ObservationMapping.encapsulates(segment))
                .map(ObservationMapping::value)
                .collect(Collectors.joining("\n"))
                .getBytes(UTF_8);
    }

    private static Optional<byte[]> encapsulated(Segment obx) {
        if (!obx.value(2).equals("ED")) {
            return Optional.empty();
        }
        String data = obx.field(5).component(5).text();
        return switch (obx.value(5, 4).toUpperCase(Locale.ROOT)) {
            case "BASE64" -> base64(data);
            case "HEX" -> hex(data);
            case "A" -> Optional.of(plain(data));
            default -> base64(data).or(() -> Optional.of(plain(data)));
        };
    }

    /** Text of the message in UTF-8: without an XML declaration, which would tell how it was written elsewhere. */
    private static byte[] plain(String data) {
        int end = data.startsWith("<?xml") ? data.indexOf("?>") + 2 : 0;
        return data.substring(Math.max(0, end)).getBytes(UTF_8);
    }

    /** White space and line breaks within are passed over; anything else that is not base64 refuses it. */
    private static Optional<byte[]> base64(String data) {
        StringBuilder bare = new StringBuilder(data.length());
        for (int at = 0; at < data.length(); at++) {
            if (!Character.isWhitespace(data.charAt(at))) {
                bare.append(data.charAt(at));
            }
        }
        try {
            byte[] bytes = Base64.getDecoder().decode(bare.toString());
            return bytes.length == 0 ? Optional.empty() : Optional.of(bytes);
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private static Optional<byte[]> hex(String data) {
        try {
            byte[] bytes = HexFormat.of().parseHex(data.replaceAll("\\s", ""));
            return bytes.length == 0 ? Optional.empty() : Optional.of(bytes);
        } catch (IllegalArgumentException notHex) {
            return Optional.empty();
        }
    }
}
