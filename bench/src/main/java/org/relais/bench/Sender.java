package org.relais.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** One MLLP connection that keeps at most {@code window} messages unanswered; 1 is lock-step. */
@SuppressWarnings("InlineFormatString")
record Sender(int port, int window, int connection, int messages) {
    private static final String TEMPLATE = "MSH|^~\\&|GAM|CHP|RELAIS|CHP|%s||ADT^A08^ADT_A01|%s|P|2.5\r"
            + "EVN||20261123101500||||20261123101400\r"
            + "PID|1||%d^^^CHP&979999999&N^PI||BELLEMARE^ROSE-AIMEE^ROSE-AIMEE MARIE^^^^L~DORVILLE^ROSE-AIMEE^^^^^D||19610512|F|||12 RUE"
            + " DES FLAMBOYANTS^^POINTE-CLAIRE^^97299^FRA^H||0596000000|||||24001234^^^CHP&979999999&N^AN|||||||||||||N||VALI\r"
            + "PV1|1|I|MEDA^101^1^CHP|||||||||||||||||V%d^^^CHP&979999999&N^VN|||||||||||||||||||||||||20261120080000\r"
            + "ZBE|%s^CHP^979999999|20261123101400||UPDATE|N|A01|^^^^^CHP&979999999&N^UF^^^1001|^^^^^CHP&979999999&N^UF^^^MEDA|HMS\r"
            + "OBX|1|NM|29463-7^Poids^LN||72.5|kg|||||F|||20261122070000\r"
            + "AL1|1|DA|372687004^Amoxicilline^SCT|MO|Eruption cutanee|20190101\r"
            + "DG1|1||I10^Hypertension arterielle^CIM-10||20261120|W\r";

    private static final Clock CLOCK = new Clock();

    /** MSH-7 of now: formatted once a second, for the senders share the processor with what is measured. */
    private static final class Clock {
        private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");

        private record Stamp(long second, String text) {}

        private volatile Stamp last = new Stamp(0, "");

        String now() {
            long second = System.currentTimeMillis() / 1000;
            Stamp stamp = last;
            if (stamp.second() != second) {
                stamp = new Stamp(second, FORMAT.format(LocalDateTime.ofEpochSecond(second, 0, ZoneOffset.UTC)));
                last = stamp;
            }
            return stamp.text();
        }
    }

    /** Sends all and waits for every answer. @throws IOException when an answer is not AA */
    void run(String prefix) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setTcpNoDelay(true);
            OutputStream out = socket.getOutputStream();
            InputStream in = new BufferedInputStream(socket.getInputStream());
            int answered = 0;
            for (int sent = 0; sent < messages; sent++) {
                out.write(frame(prefix + "-" + connection + "-" + sent, sent));
                if (sent - answered + 1 >= window) {
                    answer(in);
                    answered++;
                }
            }
            while (answered++ < messages) {
                answer(in);
            }
        }
    }

    private static byte[] frame(String id, int number) {
        String text = TEMPLATE.formatted(CLOCK.now(), id, 100_000 + number % 5_000, number, id);
        return framed(text.getBytes(StandardCharsets.US_ASCII));
    }

    static byte[] framed(byte[] body) {
        byte[] frame = new byte[body.length + 3];
        frame[0] = 0x0B;
        System.arraycopy(body, 0, frame, 1, body.length);
        frame[body.length + 1] = 0x1C;
        frame[body.length + 2] = '\r';
        return frame;
    }

    /** Waits for one answer. @throws IOException when it is not AA */
    static void answer(InputStream in) throws IOException {
        StringBuilder answer = new StringBuilder(160);
        int b = in.read();
        while (b != 0x1C) {
            if (b < 0) {
                throw new IOException("the server hung up");
            }
            answer.append((char) b);
            b = in.read();
        }
        if (in.read() != '\r' || answer.indexOf("MSA|AA|") < 0) {
            throw new IOException("not acknowledged");
        }
    }
}
