package org.relais.web.care;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.function.Function;
import org.relais.access.Account;
import org.relais.access.Right;
import org.relais.access.spring.Needs;
import org.relais.care.chart.Chart;
import org.relais.care.chart.DocumentContent;
import org.relais.care.chart.DocumentContent.Pdf;
import org.relais.care.chart.DocumentContent.Picture;
import org.relais.care.chart.DocumentContent.Reading;
import org.relais.care.chart.Documents;
import org.relais.kernel.Language;
import org.relais.kernel.PatientId;
import org.relais.kernel.Problem;
import org.relais.paper.DocumentSheet;
import org.relais.paper.Stamp;
import org.relais.web.shell.Frame;
import org.relais.web.shell.Frames;
import org.relais.web.shell.Pages;
import org.relais.web.shell.Section;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The documents of a chart: read, opened, printed. Text is shown as text, whatever markup it came in; PDF and pictures are
 * handed to the browser under the type that their bytes have, never the one that the message says. Each opening is traced
 * before the first byte leaves.
 */
@RestController
@Needs(Right.OPEN_CHARTS)
public final class DocumentsController {
    private static final String ONE =
            "/patients/{id:[0-9a-f]{32}}/documents/{position:[0-9]{1,18}}/{path:(?:OBX|TXA)@[0-9]{1,6}}";
    private static final String CLOSED =
            "sandbox; default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final Pages pages;
    private final Frames frames;
    private final Rooms rooms;

    /** @param stamps what a print begun now says about itself */
    public record Rooms(CareRooms care, Documents documents, Function<Language, Stamp> stamps) {}

    public DocumentsController(Pages pages, Frames frames, Rooms rooms) {
        this.pages = pages;
        this.frames = frames;
        this.rooms = rooms;
    }

    /** A part of a document, as its address names it. */
    record Address(String id, long position, String path) {
        String of(String what) {
            return "/patients/" + id + "/documents/" + position + "/" + path + "/" + what;
        }
    }

    /** What was asked for, once the account may see it. */
    private record Found(Chart chart, Documents.Opened opened) {}

    @GetMapping(ONE)
    ResponseEntity<byte[]> show(Address address, Account account, HttpServletRequest request) {
        Frame frame = frames.of(request, Section.PATIENTS, "document.title");
        Found found = found(address, account);
        rooms.care().trace().opened(account.who(), found.chart().patient().id(), "document");
        return pages.show("care/document", frame, page(frame, account, found, address));
    }

    @GetMapping(ONE + "/file")
    ResponseEntity<byte[]> file(Address address, Account account) {
        Found found = found(address, account);
        rooms.care().trace().opened(account.who(), found.chart().patient().id(), "document-file");
        return switch (found.opened().content()) {
            case Pdf(byte[] bytes) -> file(MediaType.APPLICATION_PDF, "relais-document.pdf", bytes);
            case Picture(String type, byte[] bytes) -> file(MediaType.parseMediaType(type), "relais-image", bytes);
            case Reading _, DocumentContent.Unshown _ -> throw absent();
        };
    }

    @Needs({Right.OPEN_CHARTS, Right.PRINT_CHARTS})
    @GetMapping(ONE + "/print.pdf")
    ResponseEntity<byte[]> print(Address address, Account account, HttpServletRequest request) {
        Found found = found(address, account);
        if (!(found.opened().content() instanceof Reading reading)) {
            throw absent();
        }
        PatientId patient = found.chart().patient().id();
        rooms.care().trace().printed(account.who(), "document", "", List.of(patient));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Stamp stamp = rooms.stamps().apply(frames.language(request));
        DocumentSheet.print(new DocumentSheet.Copy(found.chart(), found.opened().document(), reading), stamp, out);
        return file(MediaType.APPLICATION_PDF, "relais-document.pdf", out.toByteArray());
    }

    private Found found(Address address, Account account) {
        Chart chart = rooms.care().allowed(account, new PatientId(address.id()));
        return rooms.documents()
                .open(chart, address.position(), address.path())
                .map(opened -> new Found(chart, opened))
                .orElseThrow(DocumentsController::absent);
    }

    private static RuntimeException absent() {
        return Problem.of(Problem.Category.NOT_FOUND, "web.no-document").asException();
    }

    /** What came from outside stands in a sandbox, an origin of its own without scripts: the viewer of PDF opens in it. */
    private static ResponseEntity<byte[]> file(MediaType type, String name, byte[] bytes) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"" + name + "\"")
                .cacheControl(CacheControl.noStore())
                .header("Content-Security-Policy", CLOSED)
                .body(bytes);
    }

    private DocumentPage page(Frame f, Account account, Found found, Address address) {
        ChartBanner banner = ChartBanner.of(f, found.chart(), rooms.care().sheet(f, account, found.chart()));
        return new DocumentText(f, found.opened()).page(banner, address::of);
    }
}
