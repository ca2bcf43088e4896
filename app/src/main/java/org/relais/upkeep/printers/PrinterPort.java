package org.relais.upkeep.printers;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.relais.kernel.Outcome;
import org.relais.kernel.Problem;

/**
 * The raw TCP port of a label printer (usually 9100): what is sent is printed, and the printer ends the connection once it
 * has taken all. Never waits long: a printer that does not is told of, and care goes on with sheets.
 */
public final class PrinterPort {
    public static final String SILENT = "printer.silent";
    public static final String BROKEN = "printer.broken";
    public static final String UNSURE = "printer.unsure";
    private static final Waits USUAL = new Waits(Duration.ofSeconds(3), Duration.ofSeconds(10), Duration.ofSeconds(5));
    /** How long a printer is looked at for whether it closed before it was told that this is all. */
    private static final Duration GLANCE = Duration.ofMillis(200);

    private final Waits waits;

    public PrinterPort() {
        this(USUAL);
    }

    PrinterPort(Waits waits) {
        this.waits = waits;
    }

    /** How long a connection, the sending and the printer's end of it may take. */
    record Waits(Duration connect, Duration send, Duration end) {}

    /**
     * Sends it.
     *
     * @return how many bytes the printer took; or, with host and port, {@link #SILENT}: nothing answers there, so nothing was
     *     printed; {@link #BROKEN}: it broke off, or stopped taking; {@link #UNSURE}: it took all and did not end
     */
    public Outcome<Integer> send(Printer printer, byte[] zpl) {
        try (Socket socket = new Socket()) {
            return connected(socket, printer) ? sent(socket, printer, zpl) : refused(SILENT, printer);
        } catch (IOException brokenOff) {
            return refused(BROKEN, printer);
        }
    }

    private boolean connected(Socket socket, Printer printer) {
        try {
            socket.connect(new InetSocketAddress(InetAddress.getByName(printer.host()), printer.port()), (int)
                    waits.connect.toMillis());
            return true;
        } catch (IOException silent) {
            return false;
        }
    }

    private Outcome<Integer> sent(Socket socket, Printer printer, byte[] zpl) throws IOException {
        CountDownLatch done = new CountDownLatch(1);
        Thread.ofVirtual().name("printer-watch").start(() -> cut(socket, done));
        try {
            OutputStream out = socket.getOutputStream();
            out.write(zpl);
            out.flush();
            if (ended(socket, GLANCE)) {
                return refused(BROKEN, printer);
            }
            socket.shutdownOutput();
            return ended(socket, waits.end) ? Outcome.done(zpl.length) : refused(UNSURE, printer);
        } finally {
            done.countDown();
        }
    }

    /** Whether the printer ends the connection; what it says meanwhile is not asked for. */
    private static boolean ended(Socket socket, Duration within) throws IOException {
        socket.setSoTimeout((int) within.toMillis());
        try {
            socket.getInputStream().transferTo(OutputStream.nullOutputStream());
            return true;
        } catch (SocketTimeoutException still) {
            return false;
        }
    }

    private static Outcome<Integer> refused(String key, Printer printer) {
        return Outcome.refused(
                Problem.of(Problem.Category.UNAVAILABLE, key, printer.host(), Integer.toString(printer.port())));
    }

    /** Closes the connection to a printer that takes too long, which ends the writing. */
    private void cut(Socket socket, CountDownLatch done) {
        try {
            if (!done.await(waits.send.toMillis(), TimeUnit.MILLISECONDS)) {
                socket.close();
            }
        } catch (InterruptedException told) {
            Thread.currentThread().interrupt();
        } catch (IOException alreadyClosed) {
            done.countDown();
        }
    }
}
