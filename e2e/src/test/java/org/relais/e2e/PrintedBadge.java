package org.relais.e2e;

import java.io.IOException;
import java.nio.file.Path;

/** A badge as Relais prints it, read back by its QR code. */
final class PrintedBadge {
    private PrintedBadge() {}

    /** Has a badge printed for a login and scans the sheet. */
    static String of(String login, Path data, Path folder) throws IOException, InterruptedException {
        Path sheet = folder.resolve("badge-" + login + ".pdf");
        Program.run("user", "badge", login, "--out", sheet.toString(), "--data", data.toString(), "--json");
        return PrintedCode.qr(sheet);
    }
}
