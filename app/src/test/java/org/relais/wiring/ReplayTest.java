package org.relais.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.relais.access.NewAccount;
import org.relais.access.Role;
import org.relais.care.chart.Chart;
import org.relais.care.found.Found;
import org.relais.care.found.FoundBook;
import org.relais.care.found.FoundKind;
import org.relais.care.identity.Patient;
import org.relais.care.identity.Place;
import org.relais.care.identity.desk.DepartureDesk.Leaving;
import org.relais.care.identity.desk.Drawn;
import org.relais.care.identity.desk.IdentityDesk;
import org.relais.care.identity.desk.IdentityDesk.Pair;
import org.relais.care.identity.desk.IdentityDesk.Reasoned;
import org.relais.care.identity.desk.IdentityFact;
import org.relais.care.identity.desk.IdentityFact.Guarded;
import org.relais.care.identity.desk.IdentityFact.Named;
import org.relais.care.identity.desk.Newcomer;
import org.relais.care.identity.desk.Protection;
import org.relais.care.identity.desk.Told;
import org.relais.care.wards.Structure;
import org.relais.care.wards.StructureCsv;
import org.relais.cli.Rooms;
import org.relais.demo.DemoHospital;
import org.relais.demo.DemoTruth;
import org.relais.feeds.FeedSettings;
import org.relais.journal.DataDirectory;
import org.relais.journal.ReadModel;
import org.relais.journal.Receipt;
import org.relais.kernel.FeedName;
import org.relais.kernel.Mode;
import org.relais.kernel.Outcome;
import org.relais.kernel.PatientId;
import org.relais.kernel.RecordKey;
import org.relais.kernel.Sex;
import org.relais.kernel.StaffId;
import org.relais.kernel.Who;

/** Every read model of the house: what replay from zero gives is what was there live; and it is the truth. */
class ReplayTest {
    private static final char[] PASSPHRASE = "a passphrase for a test".toCharArray();
    private static final Instant END = Instant.parse("2026-11-20T06:00:00Z");
    private static final InstantSource CLOCK = InstantSource.fixed(END);
    private static final Who OPERATOR = new Who.Operator();
    private static final int PATIENTS = 150;
    private static final int DAYS = 2;

    @TempDir
    Path folder;

    @Test
    void replayEqualsLiveForEveryReadModelAndTheCensusIsTheTruth() throws IOException {
        Path data = folder.resolve("data");
        DemoHospital hospital = new DemoHospital(7);
        Map<String, String> live;
        try (House house = new House(DataDirectory.create(data, Mode.DEMO, PASSPHRASE.clone(), CLOCK), CLOCK)) {
            aDayOfWork(house, hospital);
            caughtUp(house);
            live = states(house);
            assertThat(heroine(house)).satisfies(chart -> {
                assertThat(chart.documents()).anyMatch(one -> one.parts().size() == 2);
                assertThat(chart.alerts()).isNotEmpty();
                assertThat(chart.appointments()).isNotEmpty();
                assertThat(chart.found())
                        .singleElement()
                        .satisfies(one -> assertThat(one.corrections()).hasSize(1));
            });
            assertThat(placed(house)).containsAll(truth(hospital));
        }
        try (House again = House.open(data, PASSPHRASE.clone(), CLOCK)) {
            caughtUp(again);
            assertThat(states(again)).as("from snapshots").isEqualTo(live);
        }
        Deletion.tree(data.resolve("snapshots"));
        try (House again = House.open(data, PASSPHRASE.clone(), CLOCK)) {
            caughtUp(again);
            assertThat(states(again)).as("from zero").isEqualTo(live);
        }
    }

    private static void aDayOfWork(House house, DemoHospital hospital) {
        Rooms rooms = house.rooms();
        byte[] csv = hospital.structureCsv().getBytes(StandardCharsets.UTF_8);
        if (StructureCsv.read(csv) instanceof StructureCsv.Parsed(Structure structure)) {
            rooms.data().journal().write(Structure.TYPE.draft(OPERATOR, structure));
        }
        rooms.people().add(OPERATOR, new NewAccount("marie", "Marie Curiel", Set.of(Role.MIDWIFE), Set.of()));
        List<CompletableFuture<Receipt>> written = new ArrayList<>();
        hospital.history(PATIENTS, DAYS, END)
                .forEach(message -> written.add(house.inbox().receive(new FeedName("mllp"), "test", message.hl7())));
        written.forEach(CompletableFuture::join);
        house.feedDesk()
                .add(
                        OPERATOR,
                        new FeedSettings(
                                "labo",
                                FeedSettings.Kind.FOLDER,
                                "",
                                0,
                                "/srv/depot",
                                List.of(),
                                FeedSettings.Tls.OFF,
                                "UTF-8",
                                15))
                .orThrow();
        rooms.feeds().refold().run(OPERATOR);
        caughtUp(house);
        heardByTelephone(house);
        identities(house);
        rooms.trace().searched(OPERATOR, "jos", 3);
        rooms.crisis().declare(OPERATOR, "a reason", Set.of(FeedSwitch.MLLP));
        WatchOfADay.written(house, heroine(house).patient().id());
        LabelsOfADay.printed(house, heroine(house).patient().id());
        new BirthsOfADay(house, END).played(heroine(house).patient().id());
    }

    private static void identities(House house) {
        IdentityDesk desk = house.identityDesk();
        Told told = Told.now(END);
        Drawn twin = desk.register(OPERATOR, newcomer("JOSEPH-MONROSE", "Maëlle"), told)
                .orThrow();
        Drawn unknown = desk.unknown(OPERATOR, newcomer("", ""), told).orThrow();
        caughtUp(house);
        RecordKey known = house.folded()
                .query(() -> house.wards()
                        .patients()
                        .records(heroine(house).patient().id()))
                .iterator()
                .next();
        Reasoned why = new Reasoned("same person", told);
        desk.link(OPERATOR, new Pair(known, twin.number().key()), why).orThrow();
        desk.merge(
                        OPERATOR,
                        new StaffId("ab".repeat(16)),
                        new Pair(known, unknown.number().key()),
                        why)
                .orThrow();
        caughtUp(house);
        desk.part(OPERATOR, new Pair(known, unknown.number().key()), why).orThrow();
        departures(house, told);
        Guarded secret = new Guarded(Named.of(unknown.number().key()), Protection.SECRET_BIRTH, true, "asked", told);
        desk.guard(OPERATOR, secret).orThrow();
        caughtUp(house);
    }

    private static void departures(House house, Told told) {
        IdentityDesk desk = house.identityDesk();
        Drawn gone = desk.register(OPERATOR, newcomer("LABEJOF", "Rose", "MAT"), told)
                .orThrow();
        Leaving home = new Leaving(IdentityFact.Whither.HOME, "", "", told);
        desk.departures().leave(OPERATOR, List.of(gone.patient()), home).orThrow();
        String name = desk.departures().last(gone.patient()).orElseThrow().departure();
        desk.departures()
                .annul(OPERATOR, gone.patient(), name, new Reasoned("a mistake", told))
                .orThrow();
        desk.departures()
                .leave(
                        OPERATOR,
                        List.of(gone.patient()),
                        new Leaving(IdentityFact.Whither.HOSPITAL, "", "CH de la Pointe", told))
                .orThrow();
    }

    private static Newcomer newcomer(String family, String given) {
        return newcomer(family, given, "");
    }

    private static Newcomer newcomer(String family, String given, String ward) {
        return new Newcomer(
                family,
                given,
                LocalDate.of(1990, 2, 3),
                Sex.FEMALE,
                "97209",
                "",
                IdentityFact.Document.NONE,
                "",
                "",
                "",
                "",
                new Newcomer.Where(ward, "", null));
    }

    private static void heardByTelephone(House house) {
        PatientId patient = heroine(house).patient().id();
        FoundBook book = house.models().found();
        assertThat(book.write(OPERATOR, patient, found("Hb 9,2 g/dL", ""))).isInstanceOf(Outcome.Done.class);
        caughtUp(house);
        String first = heroine(house).found().getFirst().original().key();
        assertThat(book.write(OPERATOR, patient, found("Hb 9,8 g/dL", first))).isInstanceOf(Outcome.Done.class);
    }

    private static Found found(String value, String corrects) {
        return new Found(END, FoundKind.LAB, value, "Mme X", "Laboratoire", "Marie Curiel", true, corrects);
    }

    private static Chart heroine(House house) {
        PatientId id = house.folded()
                .query(() -> house.wards()
                        .patients()
                        .find("JOSEPH-MONROSE MAELLE", 1)
                        .getFirst()
                        .patient()
                        .id());
        return house.charts().chart(id, END).orElseThrow();
    }

    private static void caughtUp(House house) {
        assertThat(house.folded().await(house.data().journal().head(), Duration.ofMinutes(1)))
                .isTrue();
        assertThat(house.folded().failures()).isEmpty();
    }

    private static Map<String, String> states(House house) throws IOException {
        Map<String, String> states = new TreeMap<>();
        for (ReadModel model : house.models().all()) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            model.save(new DataOutputStream(bytes));
            states.put(model.name(), HexFormat.of().formatHex(bytes.toByteArray()));
        }
        List<PatientId> present = house.folded()
                .query(() -> house.wards().patients().inHospital().stream()
                        .limit(40)
                        .map(Patient::id)
                        .toList());
        present.forEach(id -> states.put(
                "chart " + id.hex(), house.charts().chart(id, END).orElseThrow().toString()));
        return states;
    }

    /** Who lies where, as Relais understood it. */
    private static List<String> placed(House house) {
        return house.folded()
                .query(() -> house.wards().patients().inHospital().stream()
                        .flatMap(patient -> patient.identifiers().stream()
                                .filter(identifier -> identifier.type().equals("PI"))
                                .map(identifier -> identifier.value() + " " + bed(patient.place())))
                        .toList());
    }

    private static String bed(@Nullable Place place) {
        return place == null ? "-" : (place.room() + " " + place.bed());
    }

    /** Who lies where, as the simulated hospital has it. */
    private static List<String> truth(DemoHospital hospital) {
        return hospital.truth(PATIENTS, DAYS, END).lying().stream()
                .filter(lying -> !lying.bed().isEmpty())
                .map(ReplayTest::line)
                .toList();
    }

    private static String line(DemoTruth.Lying lying) {
        return lying.ipp() + " " + lying.room() + " " + lying.bed();
    }
}
