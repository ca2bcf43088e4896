package org.relais.web.care.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import org.relais.access.Account;
import org.relais.access.Right;
import org.relais.access.spring.Needs;
import org.relais.care.identity.Patient;
import org.relais.care.identity.desk.IdentityFact;
import org.relais.care.identity.numbers.DowntimeNumber;
import org.relais.journal.Entry;
import org.relais.kernel.PatientId;
import org.relais.web.care.PatientHead;
import org.relais.web.care.WardNames;
import org.relais.web.shell.Frame;
import org.relais.web.shell.Frames;
import org.relais.web.shell.Pages;
import org.relais.web.shell.Section;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where identities begin: register, a patient nobody knows, links that wait for a second person, the last newcomers. */
@RestController
@Needs({Right.SEE_IDENTITY, Right.WRITE_IDENTITY})
public final class HomeController {
    private static final int SHOWN = 20;

    private final Pages pages;
    private final Frames frames;
    private final IdentityRooms rooms;

    public HomeController(Pages pages, Frames frames, IdentityRooms rooms) {
        this.pages = pages;
        this.frames = frames;
        this.rooms = rooms;
    }

    @GetMapping("/identities")
    ResponseEntity<byte[]> list(Account account, HttpServletRequest request) {
        Frame f = frames.of(request, Section.IDENTITIES);
        HomePage page = new HomePage(rooms.wards(f, account, ""), waiting(f), newcomers(f));
        rooms.care()
                .trace()
                .listed(
                        account.who(),
                        "newcomers",
                        "",
                        page.newcomers().size() + page.waiting().size());
        return pages.show("identity/home", f, page);
    }

    private List<HomePage.Waiting> waiting(Frame f) {
        WardNames names = rooms.care().names(f);
        IdentityLines lines = new IdentityLines(f, rooms);
        return rooms.care().models().query(() -> rooms.book().provisional()).stream()
                .flatMap(held -> rooms
                        .care()
                        .models()
                        .query(() -> rooms.patients().byRecord(held.record()))
                        .stream()
                        .filter(patient -> !rooms.patients().withheld(patient.id()))
                        .map(patient -> new HomePage.Waiting(
                                PatientHead.of(f, patient, names, false),
                                lines.named(held.record()),
                                lines.named(held.other()))))
                .toList();
    }

    private List<HomePage.Newcomer> newcomers(Frame f) {
        WardNames names = rooms.care().names(f);
        long[] places = rooms.care().models().query(() -> rooms.book().newcomers(SHOWN)).stream()
                .mapToLong(Long::longValue)
                .sorted()
                .toArray();
        List<HomePage.Newcomer> lines = new ArrayList<>();
        for (Entry entry : rooms.journal().entries(places).reversed()) {
            IdentityFact.REGISTERED.read(entry).ifPresent(fact -> {
                PatientId id = rooms.desk()
                        .idOf(DowntimeNumber.read(fact.number()).orThrow().key());
                Patient patient = rooms.known(id.hex());
                if (!rooms.care().models().query(() -> rooms.patients().withheld(id))) {
                    lines.add(new HomePage.Newcomer(
                            PatientHead.of(f, patient, names, false),
                            DowntimeNumber.read(fact.number()).orThrow().text(),
                            f.show().moment(fact.told().occurredAt()),
                            rooms.care().staff().apply(entry.who())));
                }
            });
        }
        return lines;
    }
}
