package org.relais.paper;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;
import org.relais.kernel.WardCode;

/** A locked pack as it lies in a file, really opened with its passphrase: what it says it is, and how long it is. */
public record SealedPack(WardCode ward, Instant asOf, String job, int pages) {
    /**
     * Opens a file and reads its first and its last page.
     *
     * @throws IOException when it does not open with this passphrase, is cut short, or is no pack
     */
    public static SealedPack open(Path file, String passphrase) throws IOException {
        byte[] password = passphrase.getBytes(StandardCharsets.UTF_8);
        try (PdfReader reader = new PdfReader(Files.readAllBytes(file), password)) {
            if (!reader.isEncrypted()) {
                throw new IOException("the pack is not locked");
            }
            int pages = reader.getNumberOfPages();
            Map<String, String> info = reader.getInfo();
            String job = info.getOrDefault(PackSeal.JOB, "");
            PdfTextExtractor text = new PdfTextExtractor(reader);
            if (job.isEmpty() || !bears(text, 1, job) || !bears(text, pages, job)) {
                throw new IOException("the pack's pages do not bear its name");
            }
            return new SealedPack(
                    new WardCode(info.getOrDefault(PackSeal.WARD, "")),
                    Instant.parse(info.getOrDefault(PackSeal.AS_OF, "")),
                    job,
                    pages);
        } catch (DateTimeException | IllegalArgumentException | ClassCastException altered) {
            throw new IOException("the pack is not what it should be", altered);
        }
    }

    private static boolean bears(PdfTextExtractor text, int page, String job) throws IOException {
        return text.getTextFromPage(page).contains(job);
    }
}
