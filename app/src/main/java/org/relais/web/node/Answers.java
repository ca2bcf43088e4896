package org.relais.web.node;

import jakarta.servlet.http.HttpServletRequest;
import java.util.function.BiFunction;
import org.relais.journal.Receipt;
import org.relais.kernel.Outcome;
import org.relais.kernel.Problem;
import org.relais.web.shell.Frame;
import org.relais.web.shell.Frames;
import org.relais.web.shell.Pages;
import org.relais.web.shell.Section;
import org.relais.web.shell.Told;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** What a form is answered with: where it leads once it was written, or its page again with what to correct. */
record Answers(Pages pages, Frames frames, NodeRooms rooms, Section section, String template) {
    /**
     * Where a form leads, and what a refusal is about.
     *
     * @param then  address that the browser is sent to
     * @param field id of the field
     */
    record Place(String then, String field) {}

    /** @param page the page with one thing to correct */
    ResponseEntity<byte[]> answer(
            Outcome<Receipt> outcome,
            Place place,
            HttpServletRequest request,
            BiFunction<Frame, FormError, Object> page) {
        Frame f = frames.of(request, section);
        return switch (outcome) {
            case Outcome.Done<Receipt>(Receipt receipt) -> {
                rooms.folded(receipt);
                Told.next(request, rooms.saved(f, receipt));
                yield Pages.seeOther(place.then);
            }
            case Outcome.Refused<Receipt>(Problem problem) ->
                pages.show(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        template,
                        f,
                        page.apply(f, new FormError(place.field, f.texts().of(problem))));
        };
    }
}
