package org.relais.web.care.births.watch;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.relais.web.care.Marks;
import org.relais.web.shell.Moment;

/**
 * The board of the delivery rooms.
 *
 * @param rooms  every delivery room of the structure in its order, free ones too; without any, every woman of the maternity
 * @param others women under watch or bleeding who lie elsewhere in the maternity
 * @param known  whether the structure names delivery rooms
 * @param wall   read from afar and by anybody: no names
 * @param chart  where a row leads, before the id; empty when it leads nowhere
 */
public record BoardPage(List<Row> rooms, List<Row> others, boolean known, boolean wall, String chart) {

    /** How many women stand on it. */
    public long women() {
        return rooms.stream().filter(row -> !row.id().isEmpty()).count() + others.size();
    }

    /**
     * A room, or a woman who lies in none.
     *
     * @param id    of her chart; empty when the room is free
     * @param group and rhesus; empty when not known
     * @param blood antibody screen and serologies, with the time of the oldest of all these
     * @param term  gestational age; empty when nothing is known
     */
    public record Row(
            String id,
            String name,
            String birth,
            String place,
            String group,
            Said blood,
            Said term,
            Marks.@Nullable Mark mark,
            boolean bleeding) {}

    /**
     * Several data on one line.
     *
     * @param text   empty when nothing is known
     * @param oldest when the oldest of them was taken
     * @param source who said them
     */
    public record Said(String text, @Nullable Moment oldest, String source, boolean recheck) {
        static final Said NOTHING = new Said("", null, "", false);
    }
}
