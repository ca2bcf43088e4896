package org.relais.web.care.identity;

import static org.relais.web.care.identity.ToldForm.text;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.relais.access.Account;
import org.relais.access.Right;
import org.relais.access.spring.Needs;
import org.relais.care.identity.desk.IdentityDesk.Reasoned;
import org.relais.care.identity.numbers.DowntimeNumber;
import org.relais.care.identity.numbers.NumberDesk;
import org.relais.care.identity.numbers.NumberFact.BlockReserved;
import org.relais.care.identity.numbers.NumberFact.Spoilt;
import org.relais.care.identity.numbers.NumberFact.Use;
import org.relais.journal.Receipt;
import org.relais.kernel.Outcome;
import org.relais.kernel.Problem;
import org.relais.web.shell.Frame;
import org.relais.web.shell.Frames;
import org.relais.web.shell.Pages;
import org.relais.web.shell.Section;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Downtime numbers: blocks set aside for desks that may lose one another, numbers that will name nobody. About no patient. */
@RestController
@Needs(Right.SEE_READINESS)
public final class NumbersController {
    private static final int USUAL = 10_000;

    private final Pages pages;
    private final Frames frames;
    private final IdentityRooms rooms;
    private final NumberDesk numbers;

    public NumbersController(Pages pages, Frames frames, IdentityRooms rooms, NumberDesk numbers) {
        this.pages = pages;
        this.frames = frames;
        this.rooms = rooms;
        this.numbers = numbers;
    }

    /** What is typed; a field that was not sent is null. */
    record Typed(
            @Nullable String kit,
            @Nullable String from,
            @Nullable String to,
            @Nullable String desk,
            @Nullable String number,
            @Nullable String reason) {
        NumbersPage.Typed with(ToldForm told) {
            return new NumbersPage.Typed(text(kit), text(from), text(to), text(desk), text(number), text(reason), told);
        }

        BlockReserved block() {
            return new BlockReserved(figure(kit), figure(from), figure(to), Use.SCREEN, text(desk));
        }

        /** -1 for what is no figure, which no block has. */
        private static int figure(@Nullable String typed) {
            String digits = text(typed).replace(" ", "");
            return digits.matches("[0-9]{1,6}") ? Integer.parseInt(digits) : -1;
        }
    }

    @GetMapping("/numbers")
    ResponseEntity<byte[]> list(HttpServletRequest request) {
        String kit = numbers.freeKit().map(free -> "%02d".formatted(free)).orElse("");
        Typed usual = new Typed(kit, "0", Integer.toString(USUAL - 1), "", "", "");
        Frame f = frame(request);
        return pages.show("identity/numbers", f, page(f, usual, new ToldForm("", "", "")));
    }

    @Needs({Right.SEE_READINESS, Right.MAKE_KITS})
    @PostMapping("/numbers")
    ResponseEntity<byte[]> reserve(Typed typed, Account account, HttpServletRequest request) {
        return answer(numbers.reserve(account.who(), typed.block()), typed, new ToldForm("", "", ""), request);
    }

    @Needs({Right.SEE_READINESS, Right.WRITE_IDENTITY})
    @PostMapping("/numbers/spoilt")
    ResponseEntity<byte[]> spoilt(Typed typed, ToldForm told, Account account, HttpServletRequest request) {
        String site = rooms.care()
                .models()
                .query(() -> rooms.care().wards().hospital().finess());
        Outcome<Receipt> outcome = rooms.why(told, typed.reason())
                .then(why -> why.told()
                        .checked(rooms.care().clock().instant())
                        .then(_ -> DowntimeNumber.read(text(typed.number()), site)
                                .then(number -> numbers.spoil(account.who(), number, spoilt(number, why)))));
        return answer(outcome, typed, told, request);
    }

    private static Spoilt spoilt(DowntimeNumber number, Reasoned why) {
        return new Spoilt(
                number.digits(),
                why.reason(),
                why.told().occurredAt(),
                why.told().forWhom(),
                why.told().via().name());
    }

    private ResponseEntity<byte[]> answer(
            Outcome<Receipt> outcome, Typed typed, ToldForm told, HttpServletRequest request) {
        return switch (outcome) {
            case Outcome.Done<Receipt>(Receipt receipt) -> {
                rooms.folded(receipt);
                yield Pages.seeOther("/numbers");
            }
            case Outcome.Refused<Receipt>(Problem problem) -> {
                Frame f = frame(request);
                yield pages.show(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "identity/numbers",
                        f,
                        page(f, typed, told).refused(f.texts().of(problem)));
            }
        };
    }

    private Frame frame(HttpServletRequest request) {
        return frames.of(request, Section.KITS, "numbers.title");
    }

    private NumbersPage page(Frame f, Typed typed, ToldForm told) {
        return NumbersPage.of(
                f,
                numbers.blocks(),
                rooms.care().models().query(rooms.care().wards()::wards).stream()
                        .map(ward -> ward.code().value())
                        .toList(),
                typed.with(told));
    }
}
