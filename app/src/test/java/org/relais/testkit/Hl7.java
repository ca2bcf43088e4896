package org.relais.testkit;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** HL7 v2 messages of an invented hospital. */
public final class Hl7 {
    private Hl7() {}

    /** Lines as segments, each ended by a carriage return. */
    public static String message(String... segments) {
        return String.join("\r", segments) + "\r";
    }

    public static String header(String type, String controlId) {
        return "MSH|^~\\&|GAM|POINTE|RELAIS|POINTE|20261123060000||" + type + "|" + controlId
                + "|P|2.5^FRA^2.11|||||FRA|UNICODE UTF-8";
    }

    public static String pid(String ipp, String family, String given) {
        return "PID|1||" + ipp + "^^^IPP-POINTE^PI||" + family + "^" + given + "^^^^^L||19900412|F";
    }

    /** An admission in the ward 6268, with its IHE PAM France movement. */
    public static String admission(String controlId, String ipp, String family) {
        return message(
                header("ADT^A01^ADT_A01", controlId),
                "EVN||20261123060000",
                pid(ipp, family, "Marie-Ange"),
                "PV1|1|I|6268^12^A^POINTE||||1001^RÉMY^Paul||||||||||||V" + ipp + "^^^GAM^VN",
                "ZBE|M" + ipp + "^GAM|20261123053000||INSERT|N||Médecine^^^^^^UF^^^6268|Médecine^^^^^^UF^^^6268|HMS");
    }

    public static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    public static byte[] bytes(String text, String charset) {
        return text.getBytes(Charset.forName(charset));
    }

    /** Messages in MLLP frames, one after the other. */
    public static byte[] framed(byte[]... messages) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] message : messages) {
            out.write(0x0B);
            out.writeBytes(message);
            out.write(0x1C);
            out.write(0x0D);
        }
        return out.toByteArray();
    }
}
