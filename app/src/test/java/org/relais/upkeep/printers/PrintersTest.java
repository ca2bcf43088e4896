package org.relais.upkeep.printers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.relais.journal.DataDirectory;
import org.relais.kernel.Mode;
import org.relais.kernel.Outcome;
import org.relais.kernel.Problem;
import org.relais.kernel.Who;
import org.relais.paper.Calibration;
import org.relais.paper.DotFormat;
import org.relais.paper.SheetFormat;
import org.relais.testkit.Site;

/** Printers: set up, measured, remembered; and label printers that answer, do not, or stop in the middle. */
class PrintersTest {
    private static final Who WHO = new Who.Operator();
    private static final DotFormat LABELS = new DotFormat(203, 50, 25, 15);

    @TempDir
    Path folder;

    private static Printer zebra(String host, int port) {
        return new Printer("labo", "Labo", Printer.Loaded.LABELS, null, LABELS, host, port, true);
    }

    @Test
    void theUsualOneIsThereAndWhatIsSetUpMeasuredOrTakenAwayIsRemembered() {
        InstantSource clock = InstantSource.fixed(Instant.parse("2026-11-24T06:00:00Z"));
        try (DataDirectory data =
                DataDirectory.create(folder.resolve("data"), Mode.DEMO, "words for a test".toCharArray(), clock)) {
            Printers desk = new Printers(data.journal());
            assertThat(desk.list()).containsExactly(Printer.USUAL);
            desk.set(WHO, zebra("10.0.0.9", 9100)).orThrow();
            desk.calibrate(WHO, new Calibrated("a4", new Calibration(21, 19.5, 149, 199)))
                    .orThrow();
            Printers folded = new Printers(data.journal());
            data.journal().read(1, folded::apply);
            assertThat(folded.list()).containsExactly(Printer.USUAL, zebra("10.0.0.9", 9100));
            assertThat(folded.calibration("a4")).isEqualTo(new Calibration(21, 19.5, 149, 199));
            assertThat(folded.calibration("labo")).isEqualTo(Calibration.NONE);
            Printers again = Site.restored(new Printers(data.journal()), Site.snapshot(folded));
            assertThat(again.list()).isEqualTo(folded.list());
            assertThat(again.measured("a4")).isEqualTo(folded.measured("a4"));
            Printer gone = new Printer("a4", "A4", Printer.Loaded.SHEETS, SheetFormat.OF_24, null, "", 0, false);
            folded.set(WHO, gone).orThrow();
            Printers last = new Printers(data.journal());
            data.journal().read(1, last::apply);
            assertThat(last.list()).containsExactly(zebra("10.0.0.9", 9100));
            assertThat(last.ids()).contains("a4", "labo");
        }
    }

    @Test
    void refusesWhatNoPrinterIs() {
        assertThat(key(zebra("not an address!", 9100))).isEqualTo("printer.address");
        assertThat(key(zebra("10.0.0.9", 0))).isEqualTo("printer.address");
        assertThat(key(new Printer("x", " ", Printer.Loaded.LABELS, null, LABELS, "", 0, true)))
                .isEqualTo("printer.name");
        assertThat(key(new Printer("x", "X", Printer.Loaded.SHEETS, null, LABELS, "", 0, true)))
                .isEqualTo("printer.kind");
        SheetFormat tooBig = new SheetFormat(4, 8, 70, 37, 0, 0, 70, 37);
        assertThat(key(new Printer("x", "X", Printer.Loaded.SHEETS, tooBig, null, "", 0, true)))
                .isEqualTo("paper.format.outside");
        SheetFormat tooSmall = new SheetFormat(7, 20, 25, 12, 5, 5, 27, 13);
        assertThat(key(new Printer("x", "X", Printer.Loaded.SHEETS, tooSmall, null, "", 0, true)))
                .isEqualTo("paper.format.small");
        DotFormat odd = new DotFormat(204, 50, 25, 15);
        assertThat(key(new Printer("x", "X", Printer.Loaded.LABELS, null, odd, "", 0, true)))
                .isEqualTo("paper.dots.how");
    }

    @Test
    void refusesAMediumTooSmallForCodesAndTwoIdentifiers() {
        DotFormat small = new DotFormat(203, 35, 18, 15);
        assertThat(key(new Printer("x", "X", Printer.Loaded.LABELS, null, small, "", 0, true)))
                .isEqualTo("paper.dots.small");
        assertThat(key(new Printer("x", "X", Printer.Loaded.BANDS, null, LABELS, "", 0, true)))
                .isEqualTo("paper.dots.small");
        DotFormat wrist = new DotFormat(203, 19, 152, 15);
        assertThat(key(new Printer("x", "X", Printer.Loaded.NEWBORN_BANDS, null, wrist, "", 0, true)))
                .isEmpty();
    }

    private static String key(Printer printer) {
        return printer.checked() instanceof Outcome.Refused<Printer>(Problem problem) ? problem.messageKey() : "";
    }

    @Test
    void whatIsSentIsWhatThePrinterGets() throws IOException {
        byte[] zpl = "^XA^FDx^FS^XZ".getBytes(StandardCharsets.US_ASCII);
        try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<byte[]> got = CompletableFuture.supplyAsync(() -> {
                try (Socket caller = listener.accept()) {
                    return caller.getInputStream().readAllBytes();
                } catch (IOException broken) {
                    throw new java.io.UncheckedIOException(broken);
                }
            });
            assertThat(new PrinterPort().send(zebra("127.0.0.1", listener.getLocalPort()), zpl))
                    .isEqualTo(Outcome.done(zpl.length));
            assertThat(got.join()).isEqualTo(zpl);
        }
    }

    @Test
    void aPrinterThatIsNotThereIsToldOf() throws IOException {
        int port;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = closed.getLocalPort();
        }
        assertThat(new PrinterPort().send(zebra("127.0.0.1", port), new byte[] {1}))
                .isEqualTo(refused("printer.silent", port));
    }

    /** It takes the connection and then nothing: the buffers fill, and the watch ends the wait. */
    @Test
    void aPrinterThatStopsInTheMiddleHoldsNobodyUp() throws IOException {
        try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            byte[] tooMuch = new byte[64 * 1024 * 1024];
            assertThat(hasty().send(zebra("127.0.0.1", listener.getLocalPort()), tooMuch))
                    .isEqualTo(refused("printer.broken", listener.getLocalPort()));
        }
    }

    /** It takes the connection and never reads: a label waits in the buffers, and nobody says that it was printed. */
    @Test
    void aPrinterThatHangsIsNotBelieved() throws IOException {
        try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(hasty().send(zebra("127.0.0.1", listener.getLocalPort()), new byte[20_000]))
                    .isEqualTo(refused("printer.unsure", listener.getLocalPort()));
        }
    }

    @Test
    void aPrinterThatClosesEarlyIsToldOf() throws IOException {
        for (int taken : new int[] {0, 100}) {
            try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                CompletableFuture<Void> closing = CompletableFuture.runAsync(() -> {
                    try (Socket caller = listener.accept()) {
                        assertThat(caller.getInputStream().readNBytes(taken)).hasSize(taken);
                    } catch (IOException broken) {
                        throw new java.io.UncheckedIOException(broken);
                    }
                });
                assertThat(hasty().send(zebra("127.0.0.1", listener.getLocalPort()), new byte[20_000]))
                        .as("closed after " + taken)
                        .isEqualTo(refused("printer.broken", listener.getLocalPort()));
                closing.join();
            }
        }
    }

    private static PrinterPort hasty() {
        return new PrinterPort(
                new PrinterPort.Waits(Duration.ofSeconds(2), Duration.ofMillis(900), Duration.ofMillis(300)));
    }

    private static Outcome<Integer> refused(String key, int port) {
        return Outcome.refused(Problem.of(Problem.Category.UNAVAILABLE, key, "127.0.0.1", Integer.toString(port)));
    }
}
