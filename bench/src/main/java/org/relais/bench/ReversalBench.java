package org.relais.bench;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import org.relais.care.identity.Patients;
import org.relais.care.identity.desk.DeskInterpreter;
import org.relais.care.identity.desk.IdentityFact;
import org.relais.care.identity.desk.IdentityFact.Bond;
import org.relais.care.identity.desk.IdentityFact.Bound;
import org.relais.care.identity.desk.IdentityFact.Document;
import org.relais.care.identity.desk.IdentityFact.Kind;
import org.relais.care.identity.desk.IdentityFact.Named;
import org.relais.care.identity.desk.IdentityFact.Person;
import org.relais.care.identity.desk.IdentityFact.Registered;
import org.relais.care.identity.desk.Told;
import org.relais.care.identity.numbers.DowntimeNumber;
import org.relais.demo.Crowd;
import org.relais.demo.DeskSlips;
import org.relais.demo.Islander;
import org.relais.journal.DataDirectory;
import org.relais.journal.Draft;
import org.relais.journal.Journal;
import org.relais.kernel.Mode;
import org.relais.kernel.RecordKey;
import org.relais.kernel.Sex;
import org.relais.kernel.Who;

/** Two records a person, merged by two and parted again, through a journal on disk: everybody is as before, and so is a replay. */
public final class ReversalBench {
    private static final char[] PASSPHRASE = "only for a measurement".toCharArray();
    private static final Who WHO = new Who.Operator();
    private static final int GROUP = 64;
    private static final int KNOWN_KIT = 98;
    private static final int DESK_KIT = 12;

    private final Journal journal;
    private final int people;
    private final Told told = Told.now(Instant.parse("2026-11-26T06:00:00Z"));

    private ReversalBench(Journal journal, int people) {
        this.journal = journal;
        this.people = people;
    }

    /** Arguments: how many people, a seed. */
    public static void main(String[] words) throws IOException {
        Path folder = Files.createTempDirectory("relais-reversal").resolve("data");
        try (DataDirectory data = DataDirectory.create(folder, Mode.DEMO, PASSPHRASE.clone(), InstantSource.system())) {
            new ReversalBench(data.journal(), Integer.parseInt(words[0])).run(Long.parseLong(words[1]));
        }
    }

    private void run(long seed) throws IOException {
        long began = System.nanoTime();
        register(seed);
        Patients live =
                new Patients(journal.pseudonyms(), new DeskInterpreter(), () -> ZoneOffset.UTC, InstantSource.system());
        long read = fold(live, 1);
        List<String> before = views(live);
        bind(Bond.MERGED);
        read = fold(live, read);
        int merged = 2 * people - live.count();
        bind(Bond.PARTED);
        fold(live, read);
        List<String> after = views(live);
        long otherwise = java.util.stream.IntStream.range(0, before.size())
                .filter(at -> !before.get(at).equals(after.get(at)))
                .count();
        Patients again =
                new Patients(journal.pseudonyms(), new DeskInterpreter(), () -> ZoneOffset.UTC, InstantSource.system());
        fold(again, 1);
        System.out.printf(
                Locale.ROOT,
                "- %d people of two records: %d merged, then parted; records otherwise than before: %d; replay equals live: %s; %.1f s%n",
                people,
                merged,
                otherwise,
                Arrays.equals(state(live), state(again)) ? "yes" : "NO",
                (System.nanoTime() - began) / 1e9);
        if (merged != people || otherwise > 0 || !Arrays.equals(state(live), state(again))) {
            System.exit(1);
        }
    }

    private void register(long seed) {
        Crowd crowd = new Crowd(seed);
        DeskSlips slips = new DeskSlips(seed + 1, new Crowd(seed + 2));
        List<Draft> drafts = new ArrayList<>();
        for (int number = 0; number < people; number++) {
            Islander one = crowd.next();
            drafts.add(registered(new DowntimeNumber(KNOWN_KIT, number), one));
            drafts.add(registered(new DowntimeNumber(DESK_KIT, number), slips.write(one)));
        }
        write(drafts);
    }

    private Draft registered(DowntimeNumber number, Islander one) {
        String day = "%04d-%02d-%02d".formatted(one.birth() / 10_000, one.birth() / 100 % 100, one.birth() % 100);
        Person person = new Person(
                one.surname(),
                one.given(),
                day,
                (one.female() ? Sex.FEMALE : Sex.MALE).name(),
                one.birthplace(),
                one.used(),
                List.of("PROV"),
                Document.NONE,
                "",
                "",
                "",
                "");
        return IdentityFact.REGISTERED.draft(WHO, new Registered(number.digits(), Kind.NEWCOMER, person, "MAT", told));
    }

    private void bind(Bond bond) {
        List<Draft> drafts = new ArrayList<>();
        for (int number = 0; number < people; number++) {
            drafts.add(IdentityFact.BOUND.draft(
                    WHO,
                    new Bound(
                            Named.of(new DowntimeNumber(KNOWN_KIT, number).key()),
                            Named.of(new DowntimeNumber(DESK_KIT, number).key()),
                            bond,
                            "",
                            "bench",
                            told)));
        }
        write(drafts);
    }

    private void write(List<Draft> drafts) {
        for (int from = 0; from < drafts.size(); from += GROUP) {
            journal.append(drafts.subList(from, Math.min(drafts.size(), from + GROUP)))
                    .join();
        }
    }

    /** Folds what is new. @return from where there is nothing yet */
    private long fold(Patients patients, long from) {
        journal.read(from, patients::apply);
        return journal.head() + 1;
    }

    private List<String> views(Patients patients) {
        List<String> views = new ArrayList<>();
        BiFunction<Integer, Integer, RecordKey> key = (kit, number) -> new DowntimeNumber(kit, number).key();
        for (int number = 0; number < people; number++) {
            for (int kit : new int[] {KNOWN_KIT, DESK_KIT}) {
                views.add(patients.byRecord(key.apply(kit, number))
                        .map(one -> one.id() + "|" + one.names() + one.birth() + one.sex() + one.birthplace()
                                + one.identifiers() + one.aliases() + one.status() + one.place()
                                + patients.records(one.id()))
                        .orElse(""));
            }
        }
        return views;
    }

    private static byte[] state(Patients patients) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        patients.save(new DataOutputStream(bytes));
        return bytes.toByteArray();
    }
}
