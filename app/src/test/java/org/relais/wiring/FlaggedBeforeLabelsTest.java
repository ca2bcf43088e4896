package org.relais.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.relais.access.Role;
import org.relais.care.identity.Lookalike;
import org.relais.care.identity.Patients;
import org.relais.care.labels.LabelKind;
import org.relais.demo.Crowd;
import org.relais.demo.Islander;
import org.relais.journal.Receipt;
import org.relais.kernel.FeedName;
import org.relais.kernel.PatientId;
import org.relais.kernel.RecordKey;
import org.relais.upkeep.printers.Printer;

/** Twins, siblings of one birth date and homonyms are flagged before a label is printed (bar 5). */
class FlaggedBeforeLabelsTest {
    private static final int PEOPLE = 2500;

    @TempDir
    Path folder;

    private PeopledHouse house;

    @BeforeEach
    void open() {
        house = new PeopledHouse(folder);
    }

    @AfterEach
    void close() {
        house.close();
    }

    private static String admission(int number, Islander one) {
        return String.join(
                "\r",
                "MSH|^~\\&|GAM|HOP|R|R|20261122080000||ADT^A04|F" + number + "|P|2.5",
                "PID|||IPP" + number + "^^^GAM^PI||" + one.surname() + "^" + one.given() + "^^^^^L||" + one.birth()
                        + "|" + (one.female() ? "F" : "M"),
                "PV1||E|MAT",
                "");
    }

    private Patients patients() {
        return house.site.house.models().patients();
    }

    private PatientId id(int number) {
        return patients()
                .byRecord(new RecordKey("GAM", "IPP" + number))
                .orElseThrow()
                .id();
    }

    private List<Islander> people() {
        Crowd crowd = new Crowd(9);
        List<Islander> people = new ArrayList<>();
        List<CompletableFuture<Receipt>> written = new ArrayList<>();
        for (int number = 0; number < PEOPLE; number++) {
            Islander one = crowd.next();
            people.add(one);
            byte[] message = admission(number, one).getBytes(StandardCharsets.UTF_8);
            written.add(house.site.house.inbox().receive(new FeedName("mllp"), "test", message));
        }
        written.forEach(CompletableFuture::join);
        house.site.folded();
        return people;
    }

    private static Map<String, List<Integer>> together(List<Islander> people, boolean named) {
        Map<String, List<Integer>> groups = new HashMap<>();
        for (int number = 0; number < people.size(); number++) {
            Islander one = people.get(number);
            String key = one.surname() + "|" + (named ? one.given().split("[ -]")[0] : one.birth());
            groups.computeIfAbsent(key, _ -> new ArrayList<>()).add(number);
        }
        groups.values().removeIf(members -> members.size() < 2);
        return groups;
    }

    @Test
    void everyTwinSiblingOfOneDayAndHomonymOfAnIslandIsFlagged() {
        List<Islander> people = people();
        int pairs = 0;
        for (boolean named : new boolean[] {true, false}) {
            for (List<Integer> members : together(people, named).values()) {
                for (int one : members) {
                    List<PatientId> flagged = patients().homonyms(id(one)).stream()
                            .map(Lookalike::patient)
                            .map(patient -> patient.id())
                            .toList();
                    for (int other : members) {
                        if (other != one) {
                            assertThat(flagged)
                                    .as(people.get(one) + " and " + people.get(other))
                                    .contains(id(other));
                            pairs++;
                        }
                    }
                }
            }
        }
        System.err.printf("flagged before a label: all %d ordered pairs among %d people%n", pairs, PEOPLE);
        assertThat(pairs).isGreaterThanOrEqualTo(40);
    }

    @Test
    void aTwinsBandIsPrintedOnlyOnceSheWasCheckedAgainstTheOther() {
        for (String given : List.of("ROSE", "LISE")) {
            house.site.hears(String.join(
                    "\r",
                    "MSH|^~\\&|GAM|HOP|R|R|20261122080000||ADT^A01|T" + given + "|P|2.5",
                    "PID|||IPP" + given + "^^^GAM^PI||ZAMIRE^" + given + "^^^^^L||19900203|F",
                    "PV1||I|MAT^101^A",
                    ""));
        }
        house.person("dmc", Role.DMC);
        PatientId rose = patients()
                .byRecord(new RecordKey("GAM", "IPPROSE"))
                .orElseThrow()
                .id();
        try (Browser browser = house.browser().in("dmc", PeopledHouse.PASSWORD)) {
            String form = "/labels/" + rose.hex();
            assertThat(browser.get(form).body()).contains("ZAMIRE LISE");
            Map<String, String> band = new HashMap<>(Map.of("band", "1", "printer", Printer.USUAL.id()));
            HttpResponse<String> refused = browser.fill(form, form, band);
            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(printed(rose)).isZero();
            band.put("checked", "yes");
            assertThat(browser.fill(form, form, band).statusCode()).isEqualTo(303);
            assertThat(printed(rose)).isEqualTo(1);
        }
    }

    private int printed(PatientId id) {
        house.site.folded();
        return house.site.house.models().labels().printed(List.of(id), LabelKind.BAND);
    }
}
