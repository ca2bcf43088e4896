package org.relais.web.node;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.relais.access.Account;
import org.relais.access.Guard;
import org.relais.access.Right;
import org.relais.access.spring.Needs;
import org.relais.kernel.Problem;
import org.relais.kernel.WardCode;
import org.relais.paper.BlankForm;
import org.relais.paper.PackSource;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where packs are asked for, and blank forms are printed. */
@RestController
@Needs(Right.PRINT_CHARTS)
public final class PacksController {
    /** Stands for every ward. */
    static final String EVERY = "*";

    private final Pages pages;
    private final Frames frames;
    private final NodeRooms rooms;
    private final Printing printing;

    /** What prints. */
    public record Printing(PackJobs jobs, PackSource source, Guard guard) {}

    public PacksController(Pages pages, Frames frames, NodeRooms rooms, Printing printing) {
        this.pages = pages;
        this.frames = frames;
        this.rooms = rooms;
        this.printing = printing;
    }

    @GetMapping("/packs")
    ResponseEntity<byte[]> packs(
            @RequestParam(defaultValue = "") String ward, Account account, HttpServletRequest request) {
        Frame f = frames.of(request, Section.PACKS);
        return pages.show("node/packs", f, page(f, ward, account));
    }

    @PostMapping("/packs")
    ResponseEntity<byte[]> order(
            PackForm asked,
            @RequestParam(name = "_once", defaultValue = "") String once,
            Account account,
            HttpServletRequest request) {
        Frame f = frames.of(request, Section.PACKS);
        Optional<PackOrder> order = read(asked, f, account);
        if (order.isEmpty()) {
            PacksPage page = page(f, asked.chosen(), account)
                    .with(asked, List.of(FormError.of(f, "ward", "node.packs.no-ward")));
            return pages.show(HttpStatus.UNPROCESSABLE_CONTENT, "node/packs", f, page);
        }
        PackJob job = printing.jobs().order(account.who(), order.get(), once);
        return Pages.seeOther("/packs/" + job.id());
    }

    /** A blank form, with the name of a ward when one is given. Shows no health data. */
    @GetMapping("/packs/forms/{form}.pdf")
    ResponseEntity<byte[]> form(
            @PathVariable String form, @RequestParam(defaultValue = "") String ward, HttpServletRequest request) {
        BlankForm blank = Arrays.stream(BlankForm.values())
                .filter(one -> PacksPage.path(one).equals(form))
                .findFirst()
                .orElseThrow(() -> Problem.of(Problem.Category.NOT_FOUND, "node.packs.no-form")
                        .asException());
        Frame f = frames.of(request, Section.PACKS);
        Stamp stamp = printing.source().stamp(f.language());
        String place = rooms.wardNames(f).getOrDefault(ward, stamp.hospital());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        blank.print(place, null, stamp, out);
        return Pdf.inline("relais-" + PacksPage.path(blank), out.toByteArray());
    }

    private Optional<PackOrder> read(PackForm asked, Frame f, Account account) {
        List<WardCode> known = printing.source().wards();
        if (asked.chosen().equals(EVERY)) {
            return known.isEmpty() || !f.may(Right.PRINT_EVERY_WARD)
                    ? Optional.empty()
                    : Optional.of(new PackOrder(known, true, asked.options(), asked.inLanguage()));
        }
        return known.stream()
                .filter(code -> code.value().equals(asked.chosen()))
                .filter(code -> printing.guard().mayPrintWard(account, code))
                .findFirst()
                .map(code -> new PackOrder(List.of(code), false, asked.options(), asked.inLanguage()));
    }

    private PacksPage page(Frame f, String chosen, Account account) {
        Map<String, String> names = rooms.wardNames(f);
        List<PacksPage.Job> mine = printing.jobs().of(account.who()).stream()
                .map(job -> PackJobPage.of(f, job, names))
                .map(job -> new PacksPage.Job(job.id(), job.what(), f.t("node.packs.state." + job.state())))
                .toList();
        String ward = chosen.isEmpty() && !f.may(Right.PRINT_EVERY_WARD)
                ? account.wards().stream()
                        .map(WardCode::value)
                        .sorted()
                        .findFirst()
                        .orElse("")
                : chosen;
        List<Choice> open = rooms.wardChoices(f).stream()
                .filter(choice -> printing.guard().mayPrintWard(account, new WardCode(choice.value())))
                .toList();
        return PacksPage.of(f, open, ward, mine);
    }
}
