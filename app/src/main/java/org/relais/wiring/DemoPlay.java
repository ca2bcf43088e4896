package org.relais.wiring;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.relais.access.NewAccount;
import org.relais.access.OneTimePassword;
import org.relais.access.People;
import org.relais.access.Role;
import org.relais.care.wards.StructureCsv;
import org.relais.cli.Announcer;
import org.relais.cli.Rooms;
import org.relais.cli.ServeOrder;
import org.relais.demo.DemoAccount;
import org.relais.demo.DemoHospital;
import org.relais.demo.DemoTraffic;
import org.relais.kernel.WardCode;
import org.relais.kernel.Who;

/** Plays the fictitious hospital against a running server: structure, staff, history over MLLP, then life. */
final class DemoPlay {
    /** Two of the five words of a first password. */
    private static final int SHARED = 11;

    /** How often somebody comes to the door after the cut. */
    private static final Duration AT_THE_DOOR = Duration.ofSeconds(40);

    private static final Who OPERATOR = new Who.Operator();

    private final Announcer announcer;
    private final DemoHospital hospital;
    private final DemoTraffic traffic;
    private final DemoDesk desk;

    private DemoPlay(Server server, ServeOrder.Demo order, Announcer announcer) {
        this.announcer = announcer;
        this.hospital = new DemoHospital(order.seed());
        this.desk = new DemoDesk(server.house(), order.seed());
        this.traffic = new DemoTraffic(
                hospital.run(order.patients(), order.days(), Instant.now()),
                server.mllp(),
                order.speed(),
                InstantSource.system());
    }

    static void start(Server server, ServeOrder.Demo order, Announcer announcer) {
        DemoPlay play = new DemoPlay(server, order, announcer);
        Rooms rooms = server.house().rooms();
        play.structure(rooms);
        List<Announcer.Login> logins = play.accounts(rooms.people());
        play.traffic.start();
        announcer.demo(logins);
        Thread.ofVirtual().name("demo-watch").start(() -> play.watch(order.attack()));
    }

    private void structure(Rooms rooms) {
        byte[] csv = hospital.structureCsv().getBytes(StandardCharsets.UTF_8);
        switch (StructureCsv.read(csv)) {
            case StructureCsv.Parsed(var structure) ->
                rooms.data().journal().write(org.relais.care.wards.Structure.TYPE.draft(OPERATOR, structure));
            case StructureCsv.Rejected(var errors) ->
                throw new IllegalStateException("the demonstration's own structure is refused: " + errors);
        }
    }

    /** One password for all of them, made afresh and already chosen: nobody here is real. */
    private List<Announcer.Login> accounts(People people) {
        String[] shared = {""};
        return hospital.accounts().stream()
                .map(account -> {
                    OneTimePassword made = people.add(OPERATOR, asked(account)).orThrow();
                    if (shared[0].isEmpty()) {
                        shared[0] = made.password().substring(0, SHARED);
                    }
                    people.changePassword(made.id(), made.password(), shared[0]).orThrow();
                    return new Announcer.Login(account.login(), account.name(), shared[0]);
                })
                .toList();
    }

    private static NewAccount asked(DemoAccount account) {
        Set<Role> roles = account.roles().stream()
                .map(Role::valueOf)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
        Set<WardCode> wards = account.wards().stream().map(WardCode::new).collect(Collectors.toSet());
        return new NewAccount(account.login(), account.name(), roles, wards);
    }

    private void watch(@Nullable Duration attack) {
        Instant began = Instant.now();
        while (!traffic.progress().caughtUp()) {
            if (!pause(Duration.ofMillis(200))) {
                return;
            }
        }
        desk.first();
        announcer.loaded(traffic.progress().acknowledged(), Duration.between(began, Instant.now()));
        if (attack != null && pause(attack)) {
            attack();
            while (pause(AT_THE_DOOR) && desk.open()) {
                desk.next();
            }
        }
    }

    /**
     * The hospital's systems fall silent for good: their lines are cut, what they had not sent is lost with them. Relais
     * itself is left alone: it listens as before, and it is for people to notice and to declare the crisis. Lifting it
     * opens the feeds again, and nobody calls.
     */
    private void attack() {
        traffic.close();
        announcer.attacked(Instant.now());
    }

    private static boolean pause(Duration delay) {
        try {
            Thread.sleep(delay);
            return true;
        } catch (InterruptedException told) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
