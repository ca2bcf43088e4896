package org.relais.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.relais.access.Account;
import org.relais.access.Role;
import org.relais.care.identity.desk.IdentityDesk;
import org.relais.care.identity.desk.IdentityFact;
import org.relais.care.identity.desk.Newcomer;
import org.relais.care.identity.desk.Told;
import org.relais.journal.Entry;
import org.relais.kernel.Sex;
import org.relais.web.shell.FormKey;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;

/** Every form about identities, births, labels, kits and numbers: without login, right, token or key nothing is written. */
class PostedFormsTest {
    private static final Pattern ROOMS = Pattern.compile(
            "org\\.relais\\.web\\.(care\\.(identity|births)|care\\.Label|node\\.(Kits|Numbers|Printers)).*");
    private static final String NOBODY = "0".repeat(32);

    @TempDir
    static Path folder;

    private static PeopledHouse house;
    private static List<String> forms;

    @BeforeAll
    static void open() {
        house = new PeopledHouse(folder);
        house.person("formateur", Role.TRAINER);
        house.person("dmc", Role.DMC);
        forms = house.web.routes().entrySet().stream()
                .filter(route -> ROOMS.matcher(named(route.getValue())).matches())
                .filter(route ->
                        route.getKey().getMethodsCondition().getMethods().contains(RequestMethod.POST))
                .flatMap(route -> route.getKey().getPatternValues().stream())
                .flatMap(pattern -> filled(pattern).stream())
                .distinct()
                .sorted()
                .toList();
    }

    @AfterAll
    static void close() {
        house.close();
    }

    private static String named(HandlerMethod method) {
        return method.getBeanType().getName();
    }

    /** The addresses with the patient, a printer, a box and a print in their places. */
    private static List<String> filled(String pattern) {
        String id =
                pattern.startsWith("/printers") ? "a4" : house.patient().id().hex();
        return Addresses.of(pattern, Map.of("id", id, "box", "99-0", "position", "1"));
    }

    private static List<String> written() {
        List<String> types = new ArrayList<>();
        house.site.folded();
        house.site.house.data().journal().read(1, (Entry entry) -> {
            if (!entry.type().startsWith("access.") && !entry.type().startsWith("journal.")) {
                types.add(entry.type());
            }
        });
        return types;
    }

    private static Map<String, String> fields(String csrf, String key) {
        Map<String, String> fields = new TreeMap<>(
                Map.of("patient", house.patient().id().hex(), "reason", "essai", "kind", "VIOLENCE", "on", "yes"));
        if (!csrf.isEmpty()) {
            fields.put("_csrf", csrf);
        }
        fields.put("_once", key);
        return fields;
    }

    private static void refused(Browser browser, List<String> sent, Map<String, String> fields, Integer... statuses) {
        List<String> before = written();
        for (String form : sent) {
            HttpResponse<String> answer = browser.post(form, fields);
            assertThat(answer.statusCode()).as(form).isIn((Object[]) statuses);
            assertThat(answer.body()).as(form).doesNotContain(PeopledHouse.FAMILY);
        }
        assertThat(written()).isEqualTo(before);
    }

    @Test
    void everyFormIsWalked() {
        assertThat(forms)
                .hasSizeGreaterThan(20)
                .allMatch(form -> !form.contains("{"))
                .contains(
                        "/identities",
                        "/identities/unknown",
                        "/numbers",
                        "/numbers/spoilt",
                        "/identities/" + house.patient().id().hex() + "/protection",
                        "/identities/" + house.patient().id().hex() + "/merge",
                        "/identities/" + house.patient().id().hex() + "/with/" + NOBODY,
                        "/kits",
                        "/kits/99-0/give");
    }

    /** A field of a form that is called like a part of the address would stand in for it. */
    @Test
    void noFieldOfAFormStandsInForAPartOfTheAddress() {
        house.web.routes().forEach((route, method) -> {
            Set<String> inAddress = new TreeSet<>();
            route.getPatternValues().forEach(pattern -> {
                Matcher variable = Pattern.compile("\\{(\\w+)(?::|\\})").matcher(pattern);
                while (variable.find()) {
                    inAddress.add(variable.group(1));
                }
            });
            for (Class<?> type : method.getMethod().getParameterTypes()) {
                Set<String> fields = new TreeSet<>();
                if (type.isRecord() && type != Account.class) {
                    Arrays.stream(type.getRecordComponents()).forEach(field -> fields.add(field.getName()));
                }
                if (!inAddress.isEmpty() && !inAddress.containsAll(fields)) {
                    assertThat(fields).as(method.toString()).doesNotContainAnyElementsOf(inAddress);
                }
            }
        });
    }

    @Test
    void whoIsNotLoggedInWritesNothing() {
        try (Browser stranger = house.browser()) {
            refused(stranger, forms, fields(stranger.csrf(), FormKey.fresh()), 303, 401, 403);
        }
    }

    @Test
    void whoMayNotWritesNothing() {
        try (Browser trainer = house.browser().in("formateur", PeopledHouse.PASSWORD)) {
            refused(trainer, forms, fields(trainer.csrf(), FormKey.fresh()), 403);
        }
    }

    @Test
    void withoutTheTokenOfAPageNothingIsWritten() {
        try (Browser doctor = house.browser().in("dmc", PeopledHouse.PASSWORD)) {
            refused(doctor, forms, fields("", FormKey.fresh()), 403);
            refused(doctor, forms, fields("0123456789abcdef", FormKey.fresh()), 403);
        }
    }

    @Test
    void underAKeyThatNoFormHasNothingIsWritten() {
        try (Browser doctor = house.browser().in("dmc", PeopledHouse.PASSWORD)) {
            for (String key : List.of("", "x", "0".repeat(31), "0".repeat(33), "Z".repeat(32))) {
                refused(doctor, forms, fields(doctor.csrf(), key), 400, 403);
            }
        }
    }

    /** One of the protections forgets for good who somebody is: nothing stands chosen before. */
    @Test
    void aProtectionIsNeitherSetNorLiftedBeforeSomebodyChose() {
        String form = "/identities/" + house.patient().id().hex();
        try (Browser doctor = house.browser().in("dmc", PeopledHouse.PASSWORD)) {
            String shown = doctor.get(form).body();
            assertThat(shown.substring(shown.indexOf(form + "/protection")))
                    .contains("<option value=\"\">")
                    .doesNotContain(" checked");
            List<String> before = written();
            for (String left : List.of("kind", "on")) {
                Map<String, String> fields = fields(doctor.csrf(), FormKey.fresh());
                fields.remove(left);
                HttpResponse<String> answer = doctor.post(form + "/protection", fields);
                assertThat(answer.statusCode()).as(left).isEqualTo(422);
                assertThat(answer.body()).as(left).contains("il faut faire.");
            }
            assertThat(written()).isEqualTo(before);
        }
    }

    /** Saisie déléguée: each act on an identity says who did it, how it was told, and when. */
    @Test
    void everyActOnAnIdentityMayBeWrittenForSomebodyElse() {
        IdentityDesk desk = house.site.house.identityDesk();
        Newcomer nobody = new Newcomer(
                "",
                "",
                null,
                Sex.FEMALE,
                "",
                "",
                IdentityFact.Document.NONE,
                "",
                "",
                "",
                "",
                new Newcomer.Where("MAT", "", null));
        String one = desk.unknown(SmallHouse.OPERATOR, nobody, Told.now(SmallHouse.START))
                .orThrow()
                .patient()
                .hex();
        String known = house.patient().id().hex();
        Set<String> acts = new TreeSet<>();
        try (Browser doctor = house.browser().in("dmc", PeopledHouse.PASSWORD)) {
            for (String path : List.of(
                    "/identities",
                    "/identities/" + one,
                    "/identities/" + one + "/correct",
                    "/identities/" + one + "/departure",
                    "/identities/" + one + "/with/" + known,
                    "/numbers")) {
                for (String form : doctor.get(path).body().split("<form ")) {
                    Matcher action = Pattern.compile("action=\"(/(?:identities|numbers/)[^\"]*)\"")
                            .matcher(form);
                    if (form.contains("method=\"post\"") && action.find()) {
                        acts.add(action.group(1).replaceAll("[0-9a-f]{32}", "*"));
                        assertThat(form)
                                .as(action.group(1))
                                .contains("name=\"via\"", "name=\"forWhom\"", "name=\"time\"");
                    }
                }
            }
        }
        assertThat(acts)
                .contains(
                        "/identities/unknown",
                        "/identities/*/status",
                        "/identities/*/protection",
                        "/identities/*/correct",
                        "/identities/*/departure",
                        "/identities/*/with/*",
                        "/numbers/spoilt");
    }
}
