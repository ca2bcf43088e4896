package org.relais.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.relais.care.identity.Hit;
import org.relais.care.identity.Patient;
import org.relais.care.identity.desk.IdentityFact.Document;
import org.relais.care.identity.desk.Newcomer;
import org.relais.care.wards.Structure;
import org.relais.care.wards.StructureCsv;
import org.relais.journal.DataDirectory;
import org.relais.journal.Receipt;
import org.relais.kernel.FeedName;
import org.relais.kernel.Mode;
import org.relais.kernel.Sex;
import org.relais.kernel.WardCode;
import org.relais.kernel.Who;

/** A whole house of two small wards, on a clock that tests turn. */
final class SmallHouse implements AutoCloseable {
    static final char[] PASSPHRASE = "a passphrase for a test".toCharArray();
    static final Instant START = Instant.parse("2026-11-23T06:00:00Z");
    static final Who OPERATOR = new Who.Operator();
    static final WardCode MATERNITY = new WardCode("MAT");
    static final WardCode MEDICINE = new WardCode("6268");
    private static final String STRUCTURE = """
            row;code;name_fr;name_en;kind;units;ward;room;bed;zone
            hospital;970200001;Centre hospitalier de la Pointe;;;;;;;UTC
            ward;MAT;Maternité;Maternity;maternity;;;;;
            ward;6268;Médecine;Medicine;medicine;;;;;
            bed;;;;;;MAT;101;A;
            bed;;;;;;6268;12;A;
            """;

    final Path data;
    Instant now = START;
    House house;

    SmallHouse(Path data) {
        this.data = data;
        this.house = new House(DataDirectory.create(data, Mode.DEMO, PASSPHRASE.clone(), () -> now), () -> now);
        if (StructureCsv.read(STRUCTURE.getBytes(StandardCharsets.UTF_8))
                instanceof StructureCsv.Parsed(Structure structure)) {
            house.data().journal().write(Structure.TYPE.draft(OPERATOR, structure));
        }
        folded();
    }

    /** A woman whom nobody knew, for the maternity. */
    static Newcomer woman(String family, String given, LocalDate birth) {
        return new Newcomer(
                family,
                given,
                birth,
                Sex.FEMALE,
                "97209",
                "",
                Document.NONE,
                "",
                "",
                "",
                "",
                new Newcomer.Where(MATERNITY.value(), "", null));
    }

    /** Everything is folded. */
    void folded() {
        assertThat(house.folded().await(house.data().journal().head(), Duration.ofMinutes(1)))
                .isTrue();
        assertThat(house.folded().failures()).isEmpty();
    }

    /** A message comes in over MLLP. */
    Receipt hears(String hl7) {
        Receipt receipt = house.inbox()
                .receive(new FeedName("mllp"), "test", hl7.getBytes(StandardCharsets.UTF_8))
                .join();
        folded();
        return receipt;
    }

    void later(Duration by) {
        now = now.plus(by);
    }

    /** Stops and starts again. */
    void restart() {
        house.close();
        house = House.open(data, PASSPHRASE.clone(), () -> now);
        folded();
    }

    /** Stops, and starts again from the journal alone. */
    void replay() throws IOException {
        house.close();
        Deletion.tree(data.resolve("snapshots"));
        house = House.open(data, PASSPHRASE.clone(), () -> now);
        folded();
    }

    @Override
    public void close() {
        house.close();
    }

    /** Whom a search finds. */
    List<Patient> found(String name) {
        return house.folded()
                .query(() -> house.models().patients().find(name, 10).stream()
                        .map(Hit::patient)
                        .toList());
    }
}
