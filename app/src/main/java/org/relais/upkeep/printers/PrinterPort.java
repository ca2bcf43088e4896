package org.relais.upkeep.printers;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.relais.kernel.Outcome;
import org.relais.kernel.Problem;

/**
 * The raw TCP port of a label printer (usually 9100): what is sent is printed, nothing is answered. Never waits long: a
 * printer that does not take what it is sent is told of, and care goes on with sheets.
 */
public final class PrinterPort {
    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration SEND = Duration.ofSeconds(10);

    private final Duration connect;
    private final Duration send;

    public PrinterPort() {
        this(CONNECT, SEND);
    }

    PrinterPort(Duration connect, Duration send) {
        this.connect = connect;
        this.send = send;
    }

    /** @return how many bytes the printer took, or {@code printer.silent} (host, port) */
    public Outcome<Integer> send(Printer printer, byte[] zpl) {
        CountDownLatch done = new CountDownLatch(1);
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getByName(printer.host()), printer.port()), (int)
                    connect.toMillis());
            Thread.ofVirtual().name("printer-watch").start(() -> cut(socket, done));
            OutputStream out = socket.getOutputStream();
            out.write(zpl);
            out.flush();
            socket.shutdownOutput();
            return Outcome.done(zpl.length);
        } catch (IOException silent) {
            return Outcome.refused(Problem.of(
                    Problem.Category.UNAVAILABLE, "printer.silent", printer.host(), Integer.toString(printer.port())));
        } finally {
            done.countDown();
        }
    }

    /** Closes the connection to a printer that takes too long, which ends the writing. */
    private void cut(Socket socket, CountDownLatch done) {
        try {
            if (!done.await(send.toMillis(), TimeUnit.MILLISECONDS)) {
                socket.close();
            }
        } catch (InterruptedException told) {
            Thread.currentThread().interrupt();
        } catch (IOException alreadyClosed) {
            done.countDown();
        }
    }
}
