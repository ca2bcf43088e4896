package org.relais.access.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relais.access.spring.Door.to;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.relais.access.Account;
import org.relais.access.NewAccount;
import org.relais.access.OneTimePassword;
import org.relais.access.Role;
import org.relais.access.Trace.Act;
import org.relais.kernel.Who;

class DoorTest {
    private static final String PASSWORD = "colibri sur la branche";
    private static SmallSite site;
    private static int people;

    @BeforeAll
    static void open() {
        site = new SmallSite();
    }

    @AfterAll
    static void close() {
        site.close();
    }

    private static Account person(Role... roles) {
        return site.room.person("person" + people++, PASSWORD, roles);
    }

    private static Door inside(Account account) {
        Door door = site.door();
        assertThat(to(door.enter(account.login(), PASSWORD))).isEqualTo("303 /");
        return door;
    }

    private static int traced(Act act) {
        return (int) site.room.acts().stream().filter(one -> one == act).count();
    }

    @Test
    void everyPathButAFewNeedsALogin() {
        Door door = site.door();
        for (String path : new String[] {"/", "/chart", "/undeclared", "/nowhere", "/health/more"}) {
            assertThat(to(door.get(path))).as(path).startsWith("303 /login");
        }
        assertThat(to(door.get("/chart?ward=MAT"))).isEqualTo("303 /login?next=%2Fchart%3Fward%3DMAT");
        assertThat(door.get("/live/beat").statusCode()).isEqualTo(401);
        assertThat(door.get("/chart", "Accept", "text/event-stream").statusCode())
                .isEqualTo(401);
        assertThat(door.get("/health").body()).isEqualTo("up\n");
        assertThat(door.get("/login").statusCode()).isEqualTo(200);
        assertThat(door.get("/assets/app.css").statusCode()).isEqualTo(200);
    }

    @Test
    void aPartOfAPageTakesTheWholePageToTheLogin() {
        HttpResponse<String> answer =
                site.door().get("/chart", "HX-Request", "true", "HX-Current-URL", "http://127.0.0.1:1/patients?x=1");
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("HX-Redirect")).contains("/login?next=%2Fpatients%3Fx%3D1");
    }

    @Test
    void theRightPasswordLeadsWhereOneWantedToGo() {
        Account account = person(Role.MIDWIFE);
        Door door = site.door();
        Map<String, String> form = Map.of("username", account.login(), "password", PASSWORD, "next", "/chart");
        assertThat(to(door.post("/login", form))).isEqualTo("303 /chart");
        assertThat(door.get("/chart").body()).isEqualTo("chart");
        assertThat(door.get("/").body()).isEqualTo("home of " + account.login());
    }

    @Test
    void noForeignPlaceIsLedTo() {
        Account account = person(Role.MIDWIFE);
        for (String next : new String[] {"https://evil.example/", "//evil.example", "/\\evil.example", "/login", "x"}) {
            Map<String, String> form = Map.of("username", account.login(), "password", PASSWORD, "next", next);
            assertThat(to(site.door().post("/login", form))).as(next).isEqualTo("303 /");
        }
    }

    @Test
    void aWrongPasswordIsToldOnce() {
        Door door = site.door();
        assertThat(to(door.enter("nobody", "x"))).isEqualTo("303 /login");
        assertThat(door.get("/login").body()).contains("problem=access.login-wrong");
        assertThat(door.get("/login").body()).contains("problem=-");
        assertThat(to(door.get("/"))).isEqualTo("303 /login");
    }

    @Test
    void theSessionChangesItsNameAtLogin() {
        Account account = person(Role.MIDWIFE);
        Door door = site.door();
        door.get("/language");
        String before = door.cookie();
        door.enter(account.login(), PASSWORD);
        assertThat(before).isNotEmpty();
        assertThat(door.cookie()).isNotEmpty().isNotEqualTo(before);
    }

    @Test
    void theCookieIsForThisSiteAndNotForScripts() {
        assertThat(site.door().get("/login").headers().firstValue("Set-Cookie").orElse(""))
                .startsWith("relais=")
                .contains("HttpOnly", "SameSite=Strict", "Path=/");
    }

    @Test
    void everyAnswerCarriesTheHeaders() {
        for (String path : new String[] {"/login", "/health", "/chart"}) {
            HttpResponse<String> answer = site.door().get(path);
            assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                    .contains("default-src 'none'", "object-src 'none'", "frame-ancestors 'none'", "base-uri 'none'")
                    .doesNotContain("unsafe");
            assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
            assertThat(answer.headers().firstValue("Referrer-Policy")).contains("no-referrer");
            assertThat(answer.headers().firstValue("Permissions-Policy")).isPresent();
            assertThat(answer.headers().firstValue("Cross-Origin-Opener-Policy"))
                    .contains("same-origin");
            assertThat(answer.headers().firstValue("Cross-Origin-Resource-Policy"))
                    .contains("same-origin");
            assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        }
    }

    @Test
    void aFormWithoutItsTokenIsRefused() {
        Door door = inside(person(Role.MIDWIFE));
        assertThat(door.postBare("/note", Map.of()).statusCode()).isEqualTo(403);
        assertThat(door.postBare("/note", Map.of("_csrf", "forged")).statusCode())
                .isEqualTo(403);
        assertThat(door.post("/note", Map.of()).body()).isEqualTo("noted");
        assertThat(to(site.door().postBare("/login", Map.of("username", "x", "password", "y"))))
                .isEqualTo("303 /login");
    }

    @Test
    void aRightThatOneLacksIsRefusedAndTraced() {
        Door door = inside(person(Role.CLERK));
        int before = traced(Act.REFUSED);
        assertThat(door.get("/chart").statusCode()).isEqualTo(403);
        assertThat(door.post("/note", Map.of()).statusCode()).isEqualTo(403);
        assertThat(traced(Act.REFUSED)).isEqualTo(before + 2);
        assertThat(inside(person(Role.DOCTOR)).get("/both").statusCode()).isEqualTo(403);
        assertThat(inside(person(Role.DOCTOR, Role.AUDITOR)).get("/both").body())
                .isEqualTo("both");
    }

    @Test
    void aRouteThatDeclaresNoRightIsRefusedToEverybody() {
        Door door = inside(person(Role.values()));
        assertThat(door.get("/undeclared").statusCode()).isEqualTo(403);
        assertThat(door.get("/nowhere").statusCode()).isEqualTo(404);
    }

    @Test
    void anIdleScreenLocksAndComesBackToTheSamePage() {
        Account account = person(Role.MIDWIFE);
        Door door = inside(account);
        site.room.clock.advance(AccountSession.IDLE.minusSeconds(1));
        assertThat(door.get("/chart").statusCode()).isEqualTo(200);
        site.room.clock.advance(AccountSession.IDLE);
        assertThat(to(door.get("/chart"))).isEqualTo("303 /lock?next=%2Fchart");
        assertThat(door.get("/live/beat").statusCode()).isEqualTo(401);
        assertThat(door.post("/note", Map.of()).statusCode()).isEqualTo(303);
        assertThat(door.get("/lock").statusCode()).isEqualTo(200);
        assertThat(to(door.post("/unlock", Map.of("password", "faux", "next", "/chart"))))
                .isEqualTo("303 /lock?next=%2Fchart");
        assertThat(door.get("/lock").body()).contains("problem=access.login-wrong");
        assertThat(to(door.post("/unlock", Map.of("password", PASSWORD, "next", "/chart"))))
                .isEqualTo("303 /chart");
        assertThat(door.get("/chart").body()).isEqualTo("chart");
    }

    @Test
    void liveCallsAndFilesAreNoActivity() {
        Door door = inside(person(Role.MIDWIFE));
        site.room.clock.advance(Duration.ofMinutes(3));
        assertThat(door.get("/live/beat").statusCode()).isEqualTo(200);
        assertThat(door.get("/assets/app.css").statusCode()).isEqualTo(200);
        site.room.clock.advance(Duration.ofMinutes(2));
        assertThat(door.get("/live/beat").statusCode()).isEqualTo(401);
        assertThat(to(door.get("/"))).isEqualTo("303 /lock");
    }

    @Test
    void aBadgeAndItsPinUnlockInTheirOwnFieldsOrOneAfterTheOther() {
        Account account = person(Role.MIDWIFE);
        String badge = site.room
                .desk
                .issue(new Who.Operator(), List.of(account.id()))
                .orThrow()
                .getFirst()
                .text();
        site.room.login.enrol(site.room.desk, badge, "730164", "10.0.0.1").orThrow();
        Door door = inside(account);
        door.post("/lock", Map.of());
        assertThat(to(door.post("/unlock", Map.of("badge", badge, "password", "730165", "next", "/chart"))))
                .isEqualTo("303 /lock?next=%2Fchart");
        assertThat(to(door.post("/unlock", Map.of("badge", badge, "password", "730164", "next", "/chart"))))
                .isEqualTo("303 /chart");
        door.post("/lock", Map.of());
        assertThat(to(door.post("/unlock", Map.of("badge", "", "password", badge))))
                .isEqualTo("303 /lock");
        assertThat(door.get("/lock").body()).contains("problem=access.pin-next");
        assertThat(to(door.post("/unlock", Map.of("badge", "", "password", "730164"))))
                .isEqualTo("303 /");
        door.post("/lock", Map.of());
        assertThat(to(door.post("/unlock", Map.of("password", badge + "730164"))))
                .isEqualTo("303 /");
    }

    @Test
    void aScreenIsLockedByHand() {
        Door door = inside(person(Role.MIDWIFE));
        assertThat(to(door.post("/lock", Map.of("next", "/chart")))).isEqualTo("303 /lock?next=%2Fchart");
        assertThat(to(door.get("/"))).isEqualTo("303 /lock");
    }

    @Test
    void aLoginHoldsTwelveHoursAtMost() {
        Door door = inside(person(Role.MIDWIFE));
        for (int minutes = 0; minutes < 12 * 60; minutes += 4) {
            assertThat(door.get("/chart").statusCode()).isEqualTo(200);
            site.room.clock.advance(Duration.ofMinutes(4));
        }
        assertThat(to(door.get("/chart"))).isEqualTo("303 /login?next=%2Fchart");
    }

    @Test
    void aDisabledAccountIsOutAtOnce() {
        Account account = person(Role.MIDWIFE);
        Door door = inside(account);
        site.room.people.disable(new Who.Operator(), account.id()).orThrow();
        assertThat(to(door.get("/chart"))).startsWith("303 /login");
    }

    @Test
    void aNewPasswordEndsTheOtherSessions() {
        Account account = person(Role.MIDWIFE);
        Door here = inside(account);
        Door there = inside(account);
        String other = "frangipanier en fleur";
        Map<String, String> form = Map.of("old", PASSWORD, "wanted", other, "again", other);
        assertThat(to(here.post("/password", form))).isEqualTo("303 /");
        assertThat(here.get("/chart").statusCode()).isEqualTo(200);
        assertThat(to(there.get("/chart"))).startsWith("303 /login");
    }

    @Test
    void aFirstPasswordIsChangedBeforeAnythingElse() {
        OneTimePassword first = site.room
                .people
                .add(
                        new Who.Operator(),
                        new NewAccount("newcomer", "Nouvelle", java.util.Set.of(Role.NURSE), java.util.Set.of()))
                .orThrow();
        Door door = site.door();
        door.enter("newcomer", first.password());
        assertThat(to(door.get("/chart"))).isEqualTo("303 /password");
        Map<String, String> differing = Map.of("old", first.password(), "wanted", PASSWORD, "again", "x");
        assertThat(to(door.post("/password", differing))).isEqualTo("303 /password");
        assertThat(door.get("/password").body()).contains("problem=access.password-differs");
        door.post("/password", Map.of("old", first.password(), "wanted", PASSWORD, "again", PASSWORD));
        assertThat(door.get("/chart").body()).isEqualTo("chart");
    }

    @Test
    void whoLeavesIsOutAndTraced() {
        Door door = inside(person(Role.MIDWIFE));
        int before = traced(Act.LOGGED_OUT);
        assertThat(to(door.post("/logout", Map.of()))).isEqualTo("303 /login");
        assertThat(traced(Act.LOGGED_OUT)).isEqualTo(before + 1);
        assertThat(to(door.get("/"))).isEqualTo("303 /login");
    }

    @Test
    void onlyTheNamesOfThisNodeAreAnswered() throws IOException {
        assertThat(status("evil.example")).isEqualTo(421);
        assertThat(status("127.0.0.1.evil.example")).isEqualTo(421);
        assertThat(status("10.1.2.4")).isEqualTo(421);
        assertThat(status("localhost:" + site.port())).isEqualTo(200);
        assertThat(status("[::1]:" + site.port())).isEqualTo(200);
        assertThat(status("Relais.Example")).isEqualTo(200);
        assertThat(status("10.1.2.3:8443")).isEqualTo(200);
    }

    private static int status(String host) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", site.port())) {
            String request = "GET /health HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
            return Integer.parseInt(answer.substring(9, 12));
        }
    }
}
