package org.relais.web.node;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.relais.access.Account;
import org.relais.access.Right;
import org.relais.access.phones.Pairing;
import org.relais.access.phones.Phone;
import org.relais.access.phones.Phones;
import org.relais.access.spring.Needs;
import org.relais.journal.SiteAuthority;
import org.relais.kernel.Language;
import org.relais.kernel.Outcome;
import org.relais.kernel.Problem;
import org.relais.kernel.Who;
import org.relais.paper.PhoneSheet;
import org.relais.paper.QrCode;
import org.relais.paper.Stamp;
import org.relais.web.shell.Frame;
import org.relais.web.shell.Frames;
import org.relais.web.shell.Pages;
import org.relais.web.shell.Section;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The phones of the wards: one is connected by a code, and turned away at once when it is lost. */
@RestController
@RequestMapping("/phones")
@Needs(Right.KEEP_READY)
public final class PhonesController {
    private final Pages pages;
    private final Frames frames;
    private final NodeRooms rooms;
    private final Desk desk;

    /**
     * What phones are connected with.
     *
     * @param names the name of whoever did something
     */
    public record Desk(Pairing pairing, Phones phones, Function<Who, String> names, Wall wall) {}

    /**
     * What the sheet for the wall says.
     *
     * @param stamp what a print says about itself
     */
    public record Wall(SiteAuthority authority, NodeAddress address, Function<Language, Stamp> stamp) {}

    public PhonesController(Pages pages, Frames frames, NodeRooms rooms, Desk desk) {
        this.pages = pages;
        this.frames = frames;
        this.rooms = rooms;
        this.desk = desk;
    }

    @GetMapping
    ResponseEntity<byte[]> list(HttpServletRequest request) {
        Frame f = frames.of(request, Section.PHONES);
        return pages.show("node/phones", f, page(f));
    }

    /** Shows a code for one phone. */
    @PostMapping
    ResponseEntity<byte[]> offer(
            @RequestParam String label, @RequestParam String ward, Account account, HttpServletRequest request) {
        Frame f = frames.of(request, Section.PHONES);
        String address = desk.wall()
                .address()
                .get()
                .orElseThrow(() ->
                        Problem.of(Problem.Category.CONFLICT, "phones.no-https").asException());
        return switch (desk.pairing().offer(account.who(), label, ward)) {
            case Outcome.Done<String>(String code) -> pages.show("node/phone-code", f, code(label, address, code));
            case Outcome.Refused<String>(Problem problem) ->
                pages.show(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "node/phones",
                        f,
                        page(f).wrong(label, new FormError("label", f.texts().of(problem))));
        };
    }

    private static PhoneCodePage code(String label, String address, String code) {
        String link = address + "phone/" + code;
        String image = Base64.getEncoder().encodeToString(QrCode.svg(link).getBytes(StandardCharsets.UTF_8));
        return new PhoneCodePage(
                label.strip(), "data:image/svg+xml;base64," + image, link, Pairing.CODE_LASTS.toMinutes());
    }

    /** Turns a phone away. */
    @PostMapping("/{id:[0-9a-f]{32}}/revoke")
    ResponseEntity<byte[]> revoke(@PathVariable String id, Account account) {
        Phone phone = desk.pairing().revoke(account.who(), id).orThrow();
        return Pages.seeOther("/phones#" + phone.id());
    }

    /** The sheet to hang in the ward. */
    @GetMapping("/sheet.pdf")
    ResponseEntity<byte[]> sheet(@RequestParam(defaultValue = "") String wifi, HttpServletRequest request) {
        String address = desk.wall().address().get().orElse("");
        String fingerprint = desk.wall()
                .authority()
                .current()
                .orElseThrow(() -> Problem.of(Problem.Category.NOT_FOUND, "tls.no-authority")
                        .asException())
                .fingerprint();
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        Stamp stamp = desk.wall().stamp().apply(frames.language(request));
        String network = wifi.strip();
        PhoneSheet.print(
                new PhoneSheet.Content(network.substring(0, Math.min(60, network.length())), address, fingerprint),
                stamp,
                pdf);
        return Pdf.inline("relais-phone", pdf.toByteArray());
    }

    private PhonesPage page(Frame f) {
        Map<String, String> wards = rooms.wardNames(f);
        List<PhonesPage.Row> rows = desk.phones().list().stream()
                .map(phone -> PhonesPage.row(f, phone, desk.names().apply(phone.by()), wards))
                .toList();
        return new PhonesPage(desk.wall().address().get().orElse(""), rows, rooms.wardChoices(f), "", "", List.of());
    }
}
