package org.relais.web.node;

import jakarta.servlet.http.HttpServletRequest;
import org.relais.access.Account;
import org.relais.access.Right;
import org.relais.access.Trace;
import org.relais.access.spring.Needs;
import org.relais.kernel.Problem;
import org.relais.web.shell.Frame;
import org.relais.web.shell.Frames;
import org.relais.web.shell.Pages;
import org.relais.web.shell.Section;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** One pack: counted, printed, cancelled, opened; by whoever asked for it only. */
@RestController
@Needs(Right.PRINT_CHARTS)
public final class PackJobController {
    private final Pages pages;
    private final Frames frames;
    private final NodeRooms rooms;
    private final PackJobs jobs;

    public PackJobController(Pages pages, Frames frames, NodeRooms rooms, PackJobs jobs) {
        this.pages = pages;
        this.frames = frames;
        this.rooms = rooms;
        this.jobs = jobs;
    }

    /** The page; by its live address, which does not count as activity, while something is under way. */
    @GetMapping({"/packs/{id:[0-9a-f]{32}}", "/live/packs/{id:[0-9a-f]{32}}"})
    ResponseEntity<byte[]> job(@PathVariable String id, Account account, HttpServletRequest request) {
        Frame f = frames.of(request, Section.PACKS, "node.pack.title");
        return pages.show("node/pack", f, PackJobPage.of(f, own(id, account), rooms.wardNames(f)));
    }

    @PostMapping("/packs/{id:[0-9a-f]{32}}/print")
    ResponseEntity<byte[]> print(@PathVariable String id, Account account) {
        jobs.print(own(id, account));
        return Pages.seeOther("/packs/" + id);
    }

    @PostMapping("/packs/{id:[0-9a-f]{32}}/cancel")
    ResponseEntity<byte[]> cancel(@PathVariable String id, Account account) {
        jobs.cancel(own(id, account));
        return Pages.seeOther("/packs/" + id);
    }

    /** The document. The trace that names every patient in it is on disk before its first byte leaves. */
    @GetMapping("/packs/{id:[0-9a-f]{32}}/pack.pdf")
    ResponseEntity<byte[]> document(@PathVariable String id, Account account) {
        PackJob job = own(id, account);
        if (!(job.step() instanceof PackStep.Done(byte[] pdf, int _, var wards))) {
            return Pages.seeOther("/packs/" + id);
        }
        wards.forEach(ward -> rooms.trace()
                .printed(account.who(), new Trace.Print("pack", ward.ward().value(), ward.job()), ward.patients()));
        return Pdf.inline("relais-pack", pdf);
    }

    private PackJob own(String id, Account account) {
        return jobs.find(id, account.who())
                .orElseThrow(() -> Problem.of(Problem.Category.NOT_FOUND, "node.packs.gone")
                        .asException());
    }
}
