package org.relais.web.care.births;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.relais.access.Account;
import org.relais.access.Csv;
import org.relais.access.Right;
import org.relais.access.spring.Needs;
import org.relais.care.births.Birth;
import org.relais.care.births.Scans;
import org.relais.care.identity.Hit;
import org.relais.care.identity.Patient;
import org.relais.kernel.PatientId;
import org.relais.paper.DeliveryRegister;
import org.relais.paper.LabelCode;
import org.relais.web.care.PatientHead;
import org.relais.web.care.PatientsPage;
import org.relais.web.shell.Frame;
import org.relais.web.shell.Frames;
import org.relais.web.shell.Pages;
import org.relais.web.shell.Section;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The register of deliveries on screen, on paper and as a file; and who is to be the mother of a birth. */
@RestController
@Needs(Right.SEE_BIRTHS)
public final class RegisterController {
    private final Pages pages;
    private final Frames frames;
    private final BirthRooms rooms;

    RegisterController(Pages pages, Frames frames, BirthRooms rooms) {
        this.pages = pages;
        this.frames = frames;
        this.rooms = rooms;
    }

    @GetMapping("/births")
    ResponseEntity<byte[]> register(Account account, HttpServletRequest request) {
        Frame f = frames.of(request, Section.BIRTHS);
        return pages.show("births/register", f, new RegisterPage(PatientsPage.EMPTY, listed(f, account)));
    }

    /** A band scanned leads to the birth's form; a name or a date to those who fit. */
    @Needs({Right.FIND_PATIENTS, Right.SEE_IDENTITY, Right.WRITE_BIRTHS})
    @PostMapping("/births")
    ResponseEntity<byte[]> find(
            @RequestParam(name = "q", defaultValue = "") String typed, Account account, HttpServletRequest request) {
        Frame f = frames.of(request, Section.BIRTHS);
        String asked = typed.strip();
        String question = LabelCode.read(asked).map(LabelCode::number).orElse(asked);
        if (question.codePointCount(0, question.length()) < PatientsPage.SHORTEST) {
            PatientsPage tooShort = new PatientsPage(question, true, true, List.of(), false, List.of());
            return pages.show("births/register", f, new RegisterPage(tooShort, listed(f, account)));
        }
        List<Hit> hits = rooms.care()
                .models()
                .query(() -> rooms.care().wards().patients().find(question, PatientsPage.SHOWN + 1));
        rooms.care().trace().searched(account.who(), question, hits.size());
        if (hits.size() == 1 && !question.equals(asked)) {
            return Pages.seeOther(
                    "/births/for/" + hits.getFirst().patient().id().hex());
        }
        PatientsPage found = rooms.care().found(f, question, hits);
        return pages.show("births/register", f, new RegisterPage(found, listed(f, account)));
    }

    private List<RegisterPage.Row> listed(Frame f, Account account) {
        List<RegisterPage.Row> rows = rows(f);
        rooms.care().trace().listed(account.who(), "births", "", rows.size());
        return rows;
    }

    private List<RegisterPage.Row> rows(Frame f) {
        return rooms.care().models().query(rooms.book()::all).stream()
                .map(birth -> row(f, birth))
                .toList();
    }

    private RegisterPage.Row row(Frame f, Birth birth) {
        Patient child = rooms.patient(birth.child()).orElse(null);
        PatientHead head = child == null ? null : PatientHead.of(f, child, code -> code.value(), false);
        String mother = rooms.mother(birth)
                .map(one -> PatientHead.of(f, one, code -> code.value(), false).name())
                .orElse(f.t(rooms.care().kin().hidden(birth) ? "births.secret" : "state.unknown"));
        return new RegisterPage.Row(
                head == null ? "" : head.id(),
                f.n(birth.entry()),
                f.show().dateTime(birth.at()),
                head == null ? f.t("state.unknown") : head.name(),
                BirthRooms.grouped(birth.number()),
                f.t("sex." + birth.sex().name().toLowerCase(Locale.ROOT)),
                f.t("births.rank", birth.rank(), birth.of()),
                f.t("births.issue." + birth.issue()),
                birth.annulled() ? "" : mother,
                rooms.care().kin().hidden(birth) || birth.annulled() ? "" : BirthRooms.grouped(birth.matching()),
                birth.doubt() != null && !birth.annulled(),
                birth.annulled());
    }

    /** What stands beside a line: that it was struck, or that one person says so. */
    private static String mark(Frame f, RegisterPage.Row row) {
        return row.struck() ? f.t("births.struck") : row.doubted() ? f.t("births.doubted") : "";
    }

    @GetMapping("/births/register.pdf")
    ResponseEntity<byte[]> print(Account account, HttpServletRequest request) {
        Frame f = frames.of(request, Section.BIRTHS);
        rooms.care().trace().printed(account.who(), "births", "", children());
        List<DeliveryRegister.Line> lines = rows(f).stream()
                .map(row -> new DeliveryRegister.Line(
                        row.number(),
                        row.at(),
                        List.of(row.name(), row.downtime()),
                        List.of(row.issue(), row.sex() + " · " + row.rank()),
                        List.of(row.mother(), row.matching()),
                        List.of(mark(f, row))))
                .toList();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        DeliveryRegister.print(lines, rooms.labels().stamps().apply(f.language()), out);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"relais-deliveries.pdf\"")
                .cacheControl(CacheControl.noStore())
                .body(out.toByteArray());
    }

    private List<PatientId> children() {
        return rooms.care().models().query(rooms.book()::all).stream()
                .map(Birth::child)
                .toList();
    }

    /** The export is traced before it leaves. */
    @PostMapping("/births/export")
    ResponseEntity<byte[]> export(Account account, HttpServletRequest request) {
        Frame f = frames.of(request, Section.BIRTHS);
        List<RegisterPage.Row> rows = rows(f);
        rooms.care().trace().exported(account.who(), "births", rows.size());
        List<List<String>> cells = new ArrayList<>();
        cells.add(Stream.of("number", "at", "child", "downtime", "sex", "rank", "issue", "mother", "matching", "struck")
                .map(column -> f.t("births.col." + column))
                .toList());
        rows.forEach(row -> cells.add(List.of(
                row.number(),
                row.at(),
                row.name(),
                Scans.plain(row.downtime()),
                row.sex(),
                row.rank(),
                row.issue(),
                row.mother(),
                Scans.plain(row.matching()),
                mark(f, row))));
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, "text/csv;charset=utf-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"relais-deliveries.csv\"")
                .cacheControl(CacheControl.noStore())
                .body(Csv.file(cells));
    }
}
