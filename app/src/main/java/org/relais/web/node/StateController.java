package org.relais.web.node;

import org.relais.access.spring.Open;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The state of the node for the machine it runs on: no login, no session, no health data; {@link LoopbackOnly} turns every
 * other machine away.
 */
@RestController
@Open
public final class StateController {
    private final Metrics metrics;

    public StateController(Metrics metrics) {
        this.metrics = metrics;
    }

    /** 200 when the node can be used, else 503 and why in a word. */
    @GetMapping(path = "/ready", produces = "text/plain;charset=utf-8")
    ResponseEntity<String> ready() {
        String reason = metrics.notReady();
        return reason.isEmpty()
                ? answer(HttpStatus.OK, "ready\n")
                : answer(HttpStatus.SERVICE_UNAVAILABLE, reason + "\n");
    }

    @GetMapping(path = "/metrics", produces = "text/plain;version=0.0.4;charset=utf-8")
    ResponseEntity<String> metrics() {
        return answer(HttpStatus.OK, metrics.text());
    }

    private static ResponseEntity<String> answer(HttpStatus status, String body) {
        return ResponseEntity.status(status)
                .cacheControl(CacheControl.noStore())
                .body(body);
    }
}
