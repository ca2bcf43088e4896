package org.relais.care.identity.match;

import java.util.function.ToIntFunction;
import org.relais.care.identity.Patients;
import org.relais.journal.ReadModels;

/**
 * How often a name or a birth date occurs among everybody this node knows, one of the two compared left out. A small
 * hospital says little of how rare a name is: what French names have on the whole counts as so many persons more.
 */
public final class NameFrequencies implements Frequencies {
    /** Persons of whom the mean frequency is taken to be known. */
    private static final double MEAN_WEIGHS = 1000;

    private static final double MEAN_SURNAME = .0006;
    private static final double MEAN_GIVEN = .005;
    private static final double MEAN_BIRTH = .000035;

    private final int people;
    private final ToIntFunction<String> bearing;
    private final ToIntFunction<String> born;

    public NameFrequencies(ReadModels models, Patients patients) {
        this(
                models.query(patients::records),
                name -> models.query(() -> patients.bearing(name)),
                day -> models.query(() -> patients.bornOn(Integer.parseInt(day))));
    }

    /**
     * @param people  how many records there are
     * @param bearing how many of them bear a name
     * @param born    how many were born on a day, {@code yyyymmdd}
     */
    public NameFrequencies(int people, ToIntFunction<String> bearing, ToIntFunction<String> born) {
        this.people = people;
        this.bearing = bearing;
        this.born = born;
    }

    @Override
    public double of(Field field, String value) {
        return switch (field) {
            case SURNAME -> share(bearing.applyAsInt(value), MEAN_SURNAME);
            case GIVEN_NAME -> share(bearing.applyAsInt(value), MEAN_GIVEN);
            case BIRTH_DATE -> share(born.applyAsInt(value), MEAN_BIRTH);
            default -> UNKNOWN;
        };
    }

    private double share(int count, double mean) {
        return (Math.max(0, count - 1) + mean * MEAN_WEIGHS) / (Math.max(0, people - 1) + MEAN_WEIGHS);
    }
}
