package org.relais.web.node;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.relais.access.Account;
import org.relais.access.Guard;
import org.relais.access.Right;
import org.relais.access.spring.Needs;
import org.relais.care.wards.Ward;
import org.relais.care.wards.Wards;
import org.relais.journal.ReadModels;
import org.relais.kernel.Problem;
import org.relais.kernel.WardCode;
import org.relais.paper.PackPlan;
import org.relais.web.care.CareRooms;
import org.relais.web.shell.Frame;
import org.relais.web.shell.Frames;
import org.relais.web.shell.Pages;
import org.relais.web.shell.Section;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Ward packs: choose, see what it comes to, print, watch, cancel, take. */
@RestController
@Needs(Right.PRINT_CHARTS)
public final class PacksController {
    private static final String ALL = "*";

    private final Pages pages;
    private final Frames frames;
    private final Rooms rooms;

    /** What this page asks. */
    public record Rooms(ReadModels models, Wards wards, PackJobs jobs, Guard guard) {}

    public PacksController(Pages pages, Frames frames, Rooms rooms) {
        this.pages = pages;
        this.frames = frames;
        this.rooms = rooms;
    }

    @GetMapping("/packs")
    ResponseEntity<byte[]> choose(
            @RequestParam(defaultValue = "") String ward, Account account, HttpServletRequest request) {
        Frame frame = frames.of(request, Section.PACKS);
        List<Ward> all = rooms.models().query(rooms.wards()::wards);
        List<PacksPage.Choice> choices = all.stream()
                .map(one -> new PacksPage.Choice(one.code().value(), CareRooms.name(one, frame.language())))
                .toList();
        PacksPage.Plan plan = ward.isEmpty() ? null : plan(frame, ward, account);
        return pages.show(
                "node/packs",
                frame,
                new PacksPage(choices, ward, plan, jobs(frame, account), frame.may(Right.PRINT_EVERY_WARD)));
    }

    @PostMapping("/packs")
    ResponseEntity<byte[]> print(@RequestParam String ward, Account account, HttpServletRequest request) {
        Frame frame = frames.of(request, Section.PACKS);
        rooms.jobs().start(account, codes(ward, account), what(frame, ward), frame.language());
        return Pages.seeOther("/packs");
    }

    /** The list of jobs alone, which an open page fetches again while one runs. */
    @GetMapping("/live/packs")
    ResponseEntity<byte[]> progress(Account account, HttpServletRequest request) {
        Frame frame = frames.of(request, Section.PACKS);
        PacksPage page = new PacksPage(List.of(), "", null, jobs(frame, account), false);
        return pages.show("node/packjobs", frame, page);
    }

    @PostMapping("/packs/{id:[0-9a-f]{16}}/cancel")
    ResponseEntity<byte[]> cancel(@PathVariable String id, Account account) {
        job(id, account).cancel();
        return Pages.seeOther("/packs");
    }

    @GetMapping("/packs/{id:[0-9a-f]{16}}/pack.pdf")
    ResponseEntity<byte[]> take(@PathVariable String id, Account account) {
        byte[] document = job(id, account).document().orElseThrow(PacksController::none);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header("Content-Disposition", "inline; filename=\"relais-pack.pdf\"")
                .cacheControl(CacheControl.noStore())
                .body(document);
    }

    private PackJob job(String id, Account account) {
        return rooms.jobs().job(id, account.id()).orElseThrow(PacksController::none);
    }

    private static RuntimeException none() {
        return Problem.of(Problem.Category.NOT_FOUND, "web.no-pack").asException();
    }

    private List<WardCode> codes(String ward, Account account) {
        if (!ward.equals(ALL)) {
            WardCode code = new WardCode(ward);
            return rooms.models().query(() -> rooms.wards().ward(code)).stream()
                    .map(Ward::code)
                    .toList();
        }
        rooms.guard().require(account, Right.PRINT_EVERY_WARD).orThrow();
        return rooms.models()
                .query(() -> rooms.wards().wards().stream().map(Ward::code).toList());
    }

    private String what(Frame frame, String ward) {
        if (ward.equals(ALL)) {
            return frame.t("packs.every");
        }
        WardCode code = new WardCode(ward);
        return rooms.models()
                .query(() -> rooms.wards().ward(code))
                .map(found -> CareRooms.name(found, frame.language()))
                .orElse(ward);
    }

    private PacksPage.Plan plan(Frame frame, String ward, Account account) {
        List<WardCode> codes = codes(ward, account);
        PackPlan plan = rooms.jobs().plan(codes, frame.language());
        int patients =
                plan.wards().stream().mapToInt(PackPlan.WardPages::patients).sum();
        long minutes = Math.max(1, plan.printing().plusSeconds(59).toMinutes());
        return new PacksPage.Plan(what(frame, ward), codes.size(), patients, plan.pages(), minutes);
    }

    private List<PacksPage.Job> jobs(Frame frame, Account account) {
        return rooms.jobs().of(account.id()).stream()
                .map(job -> new PacksPage.Job(
                        job.id(),
                        job.what(),
                        job.state().name().toLowerCase(Locale.ROOT),
                        job.done(),
                        job.expected(),
                        job.expected() == 0 ? 0 : (int) (100L * job.done() / job.expected()),
                        frame.t("packs.left", Math.max(1, job.left().toSeconds()))))
                .toList();
    }
}
