package org.relais.web.shell;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.relais.access.Account;
import org.relais.access.spring.Needs;
import org.relais.journal.Journal;
import org.relais.journal.Receipt;
import org.relais.kernel.Problem;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The drafts of whoever is logged in: kept every three seconds while something is typed, handed back when the form is
 * opened again. Does not count as activity, so that a page that only sits there locks; a page that has locked may still
 * have kept what was typed before.
 */
@RestController
@Needs({})
public final class DraftController {
    private final Frames frames;
    private final Journal journal;
    private final FormDrafts drafts;

    public DraftController(Frames frames, Journal journal, FormDrafts drafts) {
        this.frames = frames;
        this.journal = journal;
        this.drafts = drafts;
    }

    /** Which form, of which patient. */
    record Which(String form, String patient) {
        FormDrafts.Place of(Account account) {
            return new FormDrafts.Place(account.id(), form, patient == null ? "" : patient);
        }
    }

    /**
     * A draft as a page gets it.
     *
     * @param fields what was typed; empty when the form was taken in after all
     * @param said   what to tell above the form
     */
    record Found(String once, String fields, String said) {}

    @PostMapping("/live/draft")
    ResponseEntity<Void> keep(Which which, String once, String fields, Account account) {
        FormDrafts.Place place = which.of(account);
        if (!FormKey.wellFormed(once) || fields.length() > FormDrafts.LONGEST) {
            throw Problem.of(Problem.Category.INCORRECT, "node.form-key").asException();
        }
        if (taken(place, once).isEmpty()) {
            drafts.keep(place, once, fields);
        }
        return ResponseEntity.noContent().build();
    }

    @GetMapping("/live/draft")
    ResponseEntity<Found> find(Which which, Account account, HttpServletRequest request) {
        FormDrafts.Place place = which.of(account);
        Frame f = frames.of(request, null, "menu.label");
        return drafts.find(place)
                .map(kept ->
                        ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(found(f, place, kept)))
                .orElseGet(() -> ResponseEntity.noContent().build());
    }

    private Found found(Frame f, FormDrafts.Place place, FormDrafts.Kept kept) {
        Optional<Receipt> taken = taken(place, kept.once());
        if (taken.isPresent()) {
            drafts.discard(place);
            Repeat written = Repeat.of(journal.entry(taken.get().position()));
            return new Found("", "", written.said(f.texts(), f.show()));
        }
        return new Found(kept.once(), kept.fields(), f.t("draft.kept", f.show().time(kept.at())));
    }

    private Optional<Receipt> taken(FormDrafts.Place place, String once) {
        return journal.contains(FormGate.once(place, once).first());
    }

    @PostMapping("/live/draft/discard")
    ResponseEntity<Void> discard(Which which, Account account) {
        drafts.discard(which.of(account));
        return ResponseEntity.noContent().build();
    }
}
