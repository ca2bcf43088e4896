package org.relais.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relais.wiring.SmallHouse.OPERATOR;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.relais.care.identity.Patient;
import org.relais.care.identity.Patients;
import org.relais.care.identity.desk.IdentityDesk;
import org.relais.care.identity.desk.IdentityDesk.Pair;
import org.relais.care.identity.desk.IdentityDesk.Reasoned;
import org.relais.care.identity.desk.IdentityFact.Document;
import org.relais.care.identity.desk.Newcomer;
import org.relais.care.identity.desk.Told;
import org.relais.care.identity.match.Decision;
import org.relais.care.identity.match.Linkage;
import org.relais.care.identity.match.LinkedPairs;
import org.relais.care.identity.match.Register;
import org.relais.demo.Crowd;
import org.relais.demo.DeskSlips;
import org.relais.demo.Islander;
import org.relais.kernel.FeedName;
import org.relais.kernel.RecordKey;
import org.relais.kernel.StaffId;
import org.relais.testkit.Islanders;

/**
 * The night's identities reconciled: newcomers written down at a desk, some of whom the hospital knows, are proposed,
 * linked, merged by two, and parted again. {@code bench/run reconcile} does so with ten thousand against a million.
 */
class ReconcileTest {
    private static final StaffId SECOND = new StaffId("cd".repeat(16));
    private static final int KNOWN = 120;
    private static final int EVERY = 3;

    @TempDir
    Path folder;

    @Test
    void whatIsProposedAsSureIsRightAndEveryMergeIsTakenBack() throws IOException {
        try (SmallHouse site = new SmallHouse(folder.resolve("data"))) {
            List<RecordKey> newcomers = new ArrayList<>();
            List<RecordKey> index = new ArrayList<>();
            Register register = people(site, newcomers, index);
            Map<String, Set<String>> before = said(site, newcomers, index);
            LinkedPairs pairs = Linkage.run(register).pairs();
            List<Pair> merged = new ArrayList<>();
            for (int at = 0; at < pairs.size(); at++) {
                if (pairs.probability(at) >= Decision.SURE) {
                    int left = pairs.left(at);
                    int right = pairs.right(at) - register.leftRows();
                    assertThat(right).as("who she is").isEqualTo(left * EVERY);
                    merged.add(new Pair(index.get(right), newcomers.get(left)));
                }
            }
            assertThat(merged).hasSizeGreaterThan(KNOWN / EVERY * 8 / 10);
            IdentityDesk desk = site.house.identityDesk();
            Reasoned why = new Reasoned("rapprochement", Told.now(SmallHouse.START));
            for (Pair pair : merged) {
                desk.link(OPERATOR, pair, why).orThrow();
                desk.merge(OPERATOR, SECOND, pair, why).orThrow();
            }
            site.folded();
            for (Pair pair : merged) {
                assertThat(patient(site, pair.record()).id())
                        .isEqualTo(patient(site, pair.other()).id());
            }
            for (Pair pair : merged) {
                desk.part(OPERATOR, pair, why).orThrow();
            }
            site.folded();
            assertThat(said(site, newcomers, index)).isEqualTo(before);
            byte[] live = state(site);
            site.restart();
            assertThat(state(site)).as("after a restart").isEqualTo(live);
            site.replay();
            assertThat(state(site)).as("from zero").isEqualTo(live);
        }
    }

    /** The first list is the desk's: every third of the index is written down by hand. */
    private static Register people(SmallHouse site, List<RecordKey> newcomers, List<RecordKey> index) {
        Crowd crowd = new Crowd(5);
        DeskSlips slips = new DeskSlips(6, new Crowd(7));
        List<Islander> all = new ArrayList<>();
        Register register = new Register();
        for (int number = 0; number < KNOWN; number++) {
            Islander one = crowd.next();
            all.add(one);
            index.add(new RecordKey("GAM", "IPP" + number));
            site.house
                    .inbox()
                    .receive(
                            new FeedName("mllp"), "test", admission(number, one).getBytes(StandardCharsets.UTF_8))
                    .join();
            if (number % EVERY == 0) {
                Islander slip = slips.write(one);
                register.add(Islanders.traits(slip));
                newcomers.add(registered(site, slip));
            }
        }
        site.folded();
        register.beginRight();
        all.forEach(one -> register.add(Islanders.traits(one)));
        return register;
    }

    private static String admission(int number, Islander one) {
        return String.join(
                "\r",
                "MSH|^~\\&|GAM|HOP|R|R|20261122080000||ADT^A01|R" + number + "|P|2.5",
                "PID|||IPP" + number + "^^^GAM^PI||" + one.surname() + "^" + one.given() + "^^^^^L||" + one.birth()
                        + "|" + (one.female() ? "F" : "M"),
                "PV1||I|MAT^101^A",
                "");
    }

    private static RecordKey registered(SmallHouse site, Islander slip) {
        int day = Math.clamp(slip.birth() % 100, 1, 28);
        int month = Math.clamp(slip.birth() / 100 % 100, 1, 12);
        Newcomer typed = new Newcomer(
                slip.surname(),
                slip.given(),
                LocalDate.of(slip.birth() / 10_000, month, day),
                Islanders.sex(slip),
                slip.birthplace().isEmpty() ? "99999" : slip.birthplace(),
                "",
                Document.NONE,
                "",
                "",
                "",
                "",
                new Newcomer.Where("MAT", "", null));
        return site.house
                .identityDesk()
                .register(OPERATOR, typed, Told.now(SmallHouse.START))
                .orThrow()
                .number()
                .key();
    }

    private static Patients patients(SmallHouse site) {
        return site.house.models().patients();
    }

    private static Patient patient(SmallHouse site, RecordKey key) {
        return patients(site).byRecord(key).orElseThrow();
    }

    /** What is said of each record, but for when it was last heard of. */
    private static Map<String, Set<String>> said(SmallHouse site, List<RecordKey> one, List<RecordKey> two) {
        Map<String, Set<String>> said = new TreeMap<>();
        for (List<RecordKey> keys : List.of(one, two)) {
            for (RecordKey key : keys) {
                Patient patient = patient(site, key);
                Set<String> traits = new TreeSet<>(List.of(
                        patient.id().hex(),
                        patient.names().toString(),
                        String.valueOf(patient.birth()),
                        patient.identifiers().toString(),
                        patient.aliases().toString(),
                        patient.status().toString(),
                        String.valueOf(patient.place()),
                        patients(site).records(patient.id()).toString(),
                        patients(site).movements(patient.id()).toString()));
                said.put(key.toString(), traits);
            }
        }
        return said;
    }

    private static byte[] state(SmallHouse site) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        patients(site).save(new DataOutputStream(bytes));
        site.house.models().identities().save(new DataOutputStream(bytes));
        site.house.models().numbers().save(new DataOutputStream(bytes));
        return bytes.toByteArray();
    }
}
