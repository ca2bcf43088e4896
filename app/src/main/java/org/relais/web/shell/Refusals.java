package org.relais.web.shell;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.relais.access.spring.Open;
import org.relais.access.spring.Requests;
import org.relais.kernel.Problem;
import org.relais.kernel.ProblemException;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Says on a page what was refused: each kind of {@link Problem} has one HTTP status. */
@RestController
@RestControllerAdvice
@Open
public final class Refusals implements ErrorController {
    private final Pages pages;
    private final Frames frames;

    public Refusals(Pages pages, Frames frames) {
        this.pages = pages;
        this.frames = frames;
    }

    @ExceptionHandler(ProblemException.class)
    ResponseEntity<byte[]> refused(ProblemException refused, HttpServletRequest request) {
        return page(refused.problem(), request);
    }

    /** What the container or the door turned away. */
    @RequestMapping("/error")
    ResponseEntity<byte[]> error(HttpServletRequest request) {
        return Requests.problem(request).map(problem -> page(problem, request)).orElseGet(() -> page(request));
    }

    private ResponseEntity<byte[]> page(Problem problem, HttpServletRequest request) {
        Frame frame = frames.of(request, null, "error.title");
        HttpStatus status = status(problem.category());
        return pages.show(
                status, "shell/error", frame, new Refusal(frame.texts().of(problem), status.value()));
    }

    private ResponseEntity<byte[]> page(HttpServletRequest request) {
        Frame frame = frames.of(request, null, "error.title");
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        HttpStatus known = code instanceof Integer number ? HttpStatus.resolve(number) : null;
        HttpStatus status = known == null ? HttpStatus.INTERNAL_SERVER_ERROR : known;
        String key = switch (status) {
            case NOT_FOUND, METHOD_NOT_ALLOWED -> "error.not-found";
            case FORBIDDEN, UNAUTHORIZED -> "error.forbidden";
            default -> "error.unexpected";
        };
        return pages.show(status, "shell/error", frame, new Refusal(frame.t(key), status.value()));
    }

    static HttpStatus status(Problem.Category category) {
        return switch (category) {
            case INCORRECT -> HttpStatus.UNPROCESSABLE_CONTENT;
            case FORBIDDEN -> HttpStatus.FORBIDDEN;
            case NOT_FOUND -> HttpStatus.NOT_FOUND;
            case CONFLICT -> HttpStatus.CONFLICT;
            case BUSY -> HttpStatus.TOO_MANY_REQUESTS;
            case UNAVAILABLE -> HttpStatus.SERVICE_UNAVAILABLE;
            case CORRUPT -> HttpStatus.INTERNAL_SERVER_ERROR;
        };
    }
}
