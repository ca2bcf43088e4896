package org.relais.web.care;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.relais.care.labels.BirthMark;
import org.relais.care.labels.LabelKind;
import org.relais.care.labels.ReprintReason;
import org.relais.paper.LabelCode;

/**
 * What is typed to print bands and labels; a field that was not sent is null.
 *
 * @param patient whom the form is about: any other than the page's is refused
 * @param used    labels of the first sheet that are gone already
 * @param checked {@code yes} once the identity was checked against a homonym
 * @param rank    of a newborn of a multiple birth, {@code of} how many
 * @param mother  her matching number
 */
record LabelsForm(
        @Nullable String patient,
        @Nullable String band,
        @Nullable String motherBand,
        @Nullable String newbornBand,
        @Nullable String tube,
        @Nullable String document,
        @Nullable String printer,
        @Nullable String used,
        @Nullable String reason,
        @Nullable String checked,
        @Nullable String rank,
        @Nullable String of,
        @Nullable String mother) {
    private static final int UNREADABLE = -1;

    static String typed(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    String count(LabelKind kind) {
        return typed(
                switch (kind) {
                    case BAND -> band;
                    case MOTHER_BAND -> motherBand;
                    case NEWBORN_BAND -> newbornBand;
                    case TUBE -> tube;
                    case DOCUMENT -> document;
                });
    }

    /** How many of each kind; what is no number is less than none. */
    Map<LabelKind, Integer> counts() {
        Map<LabelKind, Integer> counts = new EnumMap<>(LabelKind.class);
        for (LabelKind kind : LabelKind.values()) {
            counts.put(kind, number(count(kind)));
        }
        return counts;
    }

    private static int number(String text) {
        if (text.isEmpty()) {
            return 0;
        }
        return text.matches("[0-9]{1,4}") ? Integer.parseInt(text) : UNREADABLE;
    }

    int usedLabels() {
        return number(typed(used));
    }

    Optional<ReprintReason> chosenReason() {
        return Arrays.stream(ReprintReason.values())
                .filter(one -> one.name().equals(reason))
                .findFirst();
    }

    boolean wasChecked() {
        return "yes".equals(checked);
    }

    /** What a newborn's band says beside; null when no such band is asked for. */
    @Nullable
    BirthMark birth() {
        if (number(count(LabelKind.NEWBORN_BAND)) == 0) {
            return null;
        }
        int many = typed(of).isEmpty() ? 1 : number(typed(of));
        int order = typed(rank).isEmpty() ? 1 : number(typed(rank));
        return new BirthMark(order, many, motherNumber());
    }

    /** The number as typed or read from her band; what is read from anything else stays as it is, which no number is. */
    String motherNumber() {
        String typed = typed(mother).replaceAll("[\\s\\p{Z}]", "");
        return LabelCode.read(typed)
                .filter(code -> code.kind() == LabelCode.Kind.BAND)
                .map(LabelCode::number)
                .orElse(typed);
    }
}
