package org.relais.feeds.hl7v2.pam;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * An invented sequence of PAM events about a few patients, deterministic by seed: mostly what hospitals do, often wrong,
 * late or out of order, as hospitals are.
 */
final class PamStory {
    private static final List<String> PLACES = List.of("URG//", "MED/4/B", "MED/5/A", "CHI/1/A", "MAT/2/", "PSY/1/C");
    private static final List<String> KINDS = List.of("I", "E", "O", "R");
    private static final Map<String, String> CANCELS = Map.of(
            "A01", "A11", "A04", "A11", "A02", "A12", "A03", "A13", "A05", "A38", "A21", "A52", "A22", "A53", "A06",
            "Z99", "A07", "Z99");

    private final Random random;
    private final String prefix;
    private final List<PamEvent> events = new ArrayList<>();
    private final List<PamEvent> late = new ArrayList<>();
    private final int people;

    /** Of ten movements, how many have an id. */
    private final int named;

    private LocalDateTime clock = LocalDateTime.of(2026, 11, 1, 8, 0);
    private int movements;

    private PamStory(long seed, String prefix) {
        this.random = new Random(seed);
        this.prefix = prefix;
        this.people = 2 + random.nextInt(3);
        this.named = new int[] {10, 10, 0, 6}[random.nextInt(4)];
    }

    static List<PamEvent> of(long seed) {
        return of(seed, "");
    }

    /** @param prefix begins every number of the story, so that several do not mix in one hospital */
    static List<PamEvent> of(long seed, String prefix) {
        PamStory story = new PamStory(seed, prefix);
        int length = 12 + story.random.nextInt(30);
        while (story.events.size() < length) {
            story.next();
        }
        story.events.addAll(story.late);
        return List.copyOf(story.events);
    }

    private void next() {
        clock = clock.plusMinutes(random.nextInt(180));
        PamEvent event = event(anybody());
        if (event == null) {
            return;
        }
        if (!event.links() && random.nextInt(9) == 0) {
            late.add(event);
        } else {
            events.add(event);
        }
        if (!late.isEmpty() && random.nextInt(3) == 0) {
            events.add(late.removeFirst());
        }
    }

    private @Nullable PamEvent event(String ipp) {
        int chance = random.nextInt(100);
        if (chance < 72) {
            return moved(code(chance), ipp);
        }
        if (chance < 82) {
            return cancel();
        }
        if (chance < 89) {
            return corrected();
        }
        return linked(
                List.of("A40", "A40", "A37", "A37", "A24", "A47", "A44", "A45", "A31", "A31", "A31")
                        .get(chance - 89),
                ipp);
    }

    private static String code(int chance) {
        int[] upTo = {16, 20, 35, 44, 49, 51, 53, 58, 63, 72};
        List<String> codes = List.of("A01", "A04", "A02", "A03", "A05", "A06", "A07", "A21", "A22", "A08");
        int at = 0;
        while (chance >= upTo[at]) {
            at++;
        }
        return codes.get(at);
    }

    private PamEvent moved(String code, String ipp) {
        boolean id = !code.equals("A08") && random.nextInt(10) < named;
        boolean unplaced = code.equals("A03") || code.equals("A21") || (code.equals("A22") && random.nextBoolean());
        String visit = visit(ipp);
        return new PamEvent(
                code,
                ipp,
                "",
                "",
                visit,
                visit.isEmpty() ? "" : "N" + visit,
                id ? prefix + "m" + ++movements : "",
                id ? "INSERT" : "",
                id && random.nextInt(9) == 0,
                "",
                random.nextInt(8) == 0 ? clock.minusMinutes(random.nextInt(600)) : clock,
                unplaced || (code.equals("A08") && random.nextInt(3) == 0) ? "" : pick(PLACES),
                random.nextInt(6) == 0 ? "" : pick(KINDS));
    }

    private String visit(String ipp) {
        return random.nextInt(12) == 0 ? "" : "V" + ipp + (random.nextInt(4) == 0 ? "b" : "a");
    }

    /** Takes back something said before, or, with an id, something still to come. */
    private @Nullable PamEvent cancel() {
        PamEvent gone = said();
        if (gone == null) {
            return null;
        }
        boolean id = !gone.movement().isEmpty();
        String code = CANCELS.getOrDefault(gone.code(), "A12");
        if (code.equals("Z99") && !id) {
            return null;
        }
        return new PamEvent(
                code,
                gone.ipp(),
                "",
                "",
                gone.visit(),
                gone.account(),
                gone.movement(),
                id ? "CANCEL" : "",
                gone.historic(),
                id ? gone.code() : "",
                id ? gone.at() : clock,
                gone.place(),
                gone.kind());
    }

    private @Nullable PamEvent corrected() {
        PamEvent wrong = said();
        if (wrong == null || wrong.code().equals("A08")) {
            return null;
        }
        boolean place = !wrong.place().isEmpty() && random.nextInt(3) > 0;
        return new PamEvent(
                "Z99",
                wrong.ipp(),
                "",
                "",
                random.nextInt(5) == 0 ? "" : wrong.visit(),
                "",
                wrong.movement(),
                "UPDATE",
                events.contains(wrong) && random.nextInt(3) == 0,
                wrong.code(),
                random.nextInt(3) == 0 ? wrong.at().plusMinutes(random.nextInt(200) - 100L) : wrong.at(),
                place ? pick(PLACES) : "",
                random.nextInt(3) == 0 ? pick(KINDS) : "");
    }

    /** An event said before, or one that is late: then what corrects it comes first. */
    private @Nullable PamEvent said() {
        List<PamEvent> some = new ArrayList<>(random.nextInt(4) == 0 ? late : events);
        some.removeIf(event -> event.links()
                || CANCELS.containsValue(event.code())
                || event.code().equals("A31"));
        return some.isEmpty() ? null : some.get(Math.max(0, some.size() - 1 - random.nextInt(6)));
    }

    private PamEvent linked(String code, String ipp) {
        String other = anybody();
        while (other.equals(ipp)) {
            other = anybody();
        }
        String visit = "V" + pick(List.of(other, other, ipp)) + (random.nextBoolean() ? "a" : "b");
        boolean person = code.equals("A31");
        return new PamEvent(
                code,
                person ? ipp + "child" : ipp,
                person ? "" : other,
                person ? other : "",
                visit,
                "N" + visit,
                "",
                "",
                false,
                "",
                clock,
                "",
                "");
    }

    private String anybody() {
        return prefix + (1 + random.nextInt(people));
    }

    private <T> T pick(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }
}
