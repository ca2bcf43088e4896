package org.relais.web.care;

import jakarta.servlet.http.HttpServletRequest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.relais.access.Account;
import org.relais.access.Right;
import org.relais.access.spring.Needs;
import org.relais.care.identity.Hit;
import org.relais.care.labels.BirthMark;
import org.relais.care.labels.LabelBook;
import org.relais.care.labels.LabelEntry;
import org.relais.care.labels.LabelKind;
import org.relais.kernel.Outcome;
import org.relais.kernel.Problem;
import org.relais.paper.LabelCode;
import org.relais.paper.Stamp;
import org.relais.upkeep.printers.Printer;
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

/** Whose bands and labels, which, and on which printer. What is printed is noted first. */
@RestController
@Needs({Right.SEE_IDENTITY, Right.PRINT_LABELS})
public final class LabelsController {
    private static final String ONE = "/labels/{id:[0-9a-f]{32}}";
    private static final Duration FOLDED = Duration.ofSeconds(2);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Pages pages;
    private final Frames frames;
    private final LabelRooms rooms;

    public LabelsController(Pages pages, Frames frames, LabelRooms rooms) {
        this.pages = pages;
        this.frames = frames;
        this.rooms = rooms;
    }

    @GetMapping("/labels")
    ResponseEntity<byte[]> ask(HttpServletRequest request) {
        Frame f = frames.of(request, Section.LABELS);
        return pages.show("care/labels-find", f, new LabelsFoundPage(PatientsPage.EMPTY));
    }

    /** Patients by name, birth date or number; what was scanned from a band is read as its number. */
    @Needs({Right.FIND_PATIENTS, Right.SEE_IDENTITY, Right.PRINT_LABELS})
    @PostMapping("/labels")
    ResponseEntity<byte[]> find(
            @RequestParam(name = "q", defaultValue = "") String typed, Account account, HttpServletRequest request) {
        Frame f = frames.of(request, Section.LABELS);
        String question = LabelCode.read(typed.strip()).map(LabelCode::number).orElse(typed.strip());
        if (question.codePointCount(0, question.length()) < PatientsPage.SHORTEST) {
            PatientsPage tooShort = new PatientsPage(question, true, true, List.of(), false, List.of());
            return pages.show("care/labels-find", f, new LabelsFoundPage(tooShort));
        }
        List<Hit> hits = rooms.care()
                .models()
                .query(() -> rooms.care().wards().patients().find(question, PatientsPage.SHOWN + 1));
        rooms.care().trace().searched(account.who(), question, hits.size());
        PatientsPage found = rooms.care().found(f, question, hits);
        return pages.show("care/labels-find", f, new LabelsFoundPage(found));
    }

    @GetMapping(ONE)
    ResponseEntity<byte[]> form(@PathVariable String id, Account account, HttpServletRequest request) {
        Frame f = frames.of(request, Section.LABELS);
        LabelRooms.Whom whom = rooms.whom(account, id, "labels");
        LabelsForm form = new LabelDefaults(rooms).form(whom);
        return pages.show("care/labels", f, page(f, whom, form, LabelsPage.Wrong.NOTHING));
    }

    @PostMapping(ONE)
    ResponseEntity<byte[]> print(
            @PathVariable String id, LabelsForm form, Account account, HttpServletRequest request) {
        Frame f = frames.of(request, Section.LABELS);
        LabelRooms.Whom whom = rooms.whom(account, id, "labels");
        if (!id.equals(form.patient())) {
            throw Problem.of(Problem.Category.CONFLICT, "refused.labels.other-patient")
                    .asException();
        }
        return switch (noted(whom, form, account)) {
            case Outcome.Done<LabelBook.Noted>(LabelBook.Noted noted) -> {
                rooms.care().models().await(noted.receipt().position(), FOLDED);
                yield Pages.seeOther(
                        "/labels/" + id + "/" + noted.receipt().position() + "?used=" + Math.max(0, form.usedLabels()));
            }
            case Outcome.Refused<LabelBook.Noted>(Problem problem) ->
                pages.show(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "care/labels",
                        f,
                        page(f, whom, form, new LabelsPage.Wrong(f.texts().of(problem), field(problem, form))));
        };
    }

    private Outcome<LabelBook.Noted> noted(LabelRooms.Whom whom, LabelsForm form, Account account) {
        Map<LabelKind, Integer> counts = form.counts();
        Printer printer =
                rooms.printers().find(LabelsForm.typed(form.printer())).orElse(null);
        if (printer == null) {
            return refused("printer.unknown");
        }
        boolean loaded = counts.entrySet().stream()
                .allMatch(one -> one.getValue() <= 0 || printer.loaded().prints(one.getKey()));
        if (!loaded) {
            return refused("refused.labels.loaded");
        }
        Set<LabelKind> offered = rooms.bands(whom).offered();
        if (wanted(counts, LabelKind.NEWBORN_BAND) && !offered.contains(LabelKind.NEWBORN_BAND)) {
            return refused("refused.labels.not-newborn");
        }
        if (wanted(counts, LabelKind.MOTHER_BAND) && !offered.contains(LabelKind.MOTHER_BAND)) {
            return refused("refused.labels.not-mother");
        }
        if (!whom.alike().isEmpty() && !form.wasChecked()) {
            return refused("refused.labels.checked");
        }
        Optional<BirthMark> written = rooms.mark(whom);
        boolean newborn = wanted(counts, LabelKind.NEWBORN_BAND);
        if (newborn && written.isEmpty() && rooms.otherMother(whom.patient(), form.motherNumber())) {
            return refused("refused.labels.mother");
        }
        return rooms.book()
                .print(
                        account.who(),
                        whom.ids(),
                        new LabelBook.Order(
                                counts,
                                LabelRooms.bearer(whom.patient()).number(),
                                form.chosenReason().orElse(null),
                                printer.id(),
                                Stamp.newJob(RANDOM),
                                newborn ? written.orElseGet(form::birth) : null));
    }

    private static boolean wanted(Map<LabelKind, Integer> counts, LabelKind kind) {
        return counts.getOrDefault(kind, 0) > 0;
    }

    private static <T> Outcome<T> refused(String key) {
        return Outcome.refused(Problem.of(Problem.Category.INCORRECT, key));
    }

    /** The field a refusal is about. */
    private static String field(Problem problem, LabelsForm form) {
        return switch (problem.messageKey()) {
            case "printer.unknown", "refused.labels.loaded" -> "printer";
            case "refused.labels.checked" -> "checked";
            case "refused.labels.not-newborn" -> LabelsPage.field(LabelKind.NEWBORN_BAND);
            case "refused.labels.not-mother" -> LabelsPage.field(LabelKind.MOTHER_BAND);
            case "refused.labels.reason" -> "reason";
            case "refused.labels.mother" -> "mother";
            case "refused.labels.birth" -> "rank";
            case "refused.labels.count" ->
                form.counts().entrySet().stream()
                        .filter(one -> one.getValue() < 0
                                || one.getValue() > one.getKey().most())
                        .map(one -> LabelsPage.field(one.getKey()))
                        .findFirst()
                        .orElse("");
            default -> "";
        };
    }

    private LabelsPage page(Frame f, LabelRooms.Whom whom, LabelsForm form, LabelsPage.Wrong wrong) {
        WardNames names = rooms.care().names(f);
        List<LabelsPage.Print> prints =
                rooms.prints(whom).stream().map(entry -> print(f, entry)).toList();
        return new LabelsPage(
                PatientHead.of(f, whom.patient(), names, !whom.alike().isEmpty()),
                LabelRooms.bearer(whom.patient()).shown(f.language()),
                whom.alike().stream()
                        .map(one -> PatientHead.of(f, one, names, true))
                        .toList(),
                kinds(f, whom, form),
                rooms.printers().list().stream()
                        .map(one -> new LabelsPage.Choice(
                                one.id(), one.name(), one.id().equals(form.printer())))
                        .toList(),
                prints.isEmpty() ? List.of() : LabelsPage.reasons(f, form),
                prints,
                LabelsForm.typed(form.used()),
                rooms.bands(whom).newborn() && rooms.mark(whom).isEmpty(),
                rooms.mark(whom).map(mark -> LabelsPage.birth(f, mark)).orElse(""),
                LabelsForm.typed(form.rank()),
                LabelsForm.typed(form.of()),
                LabelsForm.typed(form.mother()),
                wrong.problem(),
                wrong.field());
    }

    private LabelsPage.Print print(Frame f, LabelEntry entry) {
        String printer = entry.said().printer();
        LabelsPage.Made made = new LabelsPage.Made(
                rooms.printers().find(printer).map(Printer::name).orElse(printer),
                rooms.care().staff().apply(entry.by()),
                rooms.book().sending(entry.said().job()));
        return LabelsPage.print(f, entry, made);
    }

    /** The kinds that fit her. */
    private List<LabelsPage.Kind> kinds(Frame f, LabelRooms.Whom whom, LabelsForm form) {
        return Stream.of(LabelKind.values())
                .filter(rooms.bands(whom).offered()::contains)
                .map(kind -> new LabelsPage.Kind(
                        LabelsPage.field(kind),
                        f.t("labels.kind." + kind),
                        form.count(kind),
                        kind.most(),
                        rooms.book().printed(whom.ids(), kind)))
                .toList();
    }
}
