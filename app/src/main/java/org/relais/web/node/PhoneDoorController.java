package org.relais.web.node;

import jakarta.servlet.http.HttpServletRequest;
import java.security.cert.CertificateEncodingException;
import org.relais.access.phones.Pairing;
import org.relais.access.spring.Open;
import org.relais.journal.SiteAuthority;
import org.relais.kernel.Outcome;
import org.relais.kernel.Problem;
import org.relais.web.shell.Frame;
import org.relais.web.shell.Frames;
import org.relais.web.shell.Pages;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The phone's side, before anybody has logged in on it: answers a code; hands out the authority's certificate. */
@RestController
@Open
public final class PhoneDoorController {
    private final Pages pages;
    private final Frames frames;
    private final Pairing pairing;
    private final SiteAuthority authority;

    public PhoneDoorController(Pages pages, Frames frames, Pairing pairing, SiteAuthority authority) {
        this.pages = pages;
        this.frames = frames;
        this.pairing = pairing;
        this.authority = authority;
    }

    @GetMapping("/phone/{code}")
    ResponseEntity<byte[]> door(@PathVariable String code, HttpServletRequest request) {
        Frame f = frames.of(request, null, "node.phone.door").outside();
        return pairing.offered(code)
                .map(label -> pages.show("node/phone-door", f, new PhoneDoorPage(label, code, "")))
                .orElseGet(() -> refused(f, Problem.of(Problem.Category.FORBIDDEN, "phones.code")));
    }

    @PostMapping("/phone/{code}")
    ResponseEntity<byte[]> answer(@PathVariable String code, HttpServletRequest request) {
        Frame f = frames.of(request, null, "node.phone.door").outside();
        return switch (pairing.answer(code)) {
            case Outcome.Done<Pairing.Paired>(Pairing.Paired paired) ->
                ResponseEntity.status(HttpStatus.SEE_OTHER)
                        .header(HttpHeaders.LOCATION, "/login")
                        .header(HttpHeaders.SET_COOKIE, cookie(paired.cookie(), request.isSecure()))
                        .cacheControl(CacheControl.noStore())
                        .build();
            case Outcome.Refused<Pairing.Paired>(Problem problem) -> refused(f, problem);
        };
    }

    private ResponseEntity<byte[]> refused(Frame f, Problem problem) {
        return pages.show(
                HttpStatus.FORBIDDEN,
                "node/phone-door",
                f,
                new PhoneDoorPage("", "", f.texts().of(problem)));
    }

    private static String cookie(String value, boolean secure) {
        return ResponseCookie.from(PhoneGate.COOKIE, value)
                .httpOnly(true)
                .secure(secure)
                .sameSite("Strict")
                .path("/")
                .maxAge(Pairing.LASTS)
                .build()
                .toString();
    }

    /** The certificate that phones and stations are to trust: public, and compared with the fingerprint on paper. */
    @GetMapping("/ca.crt")
    ResponseEntity<byte[]> certificate() throws CertificateEncodingException {
        byte[] der = authority
                .current()
                .orElseThrow(() -> Problem.of(Problem.Category.NOT_FOUND, "tls.no-authority")
                        .asException())
                .certificate()
                .getEncoded();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, "application/x-x509-ca-cert")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"relais-ca.crt\"")
                .cacheControl(CacheControl.noStore())
                .body(der);
    }
}
