package org.relais.demo;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import org.relais.demo.DemoWard.Spot;

/** Who has which bed. A bed is given to one patient at a time; a bed just left may be held a while, for a cancel. */
final class Beds {
    private final Map<DemoWard, Map<Spot, Boolean>> taken = new EnumMap<>(DemoWard.class);

    Beds() {
        for (DemoWard ward : DemoWard.values()) {
            Map<Spot, Boolean> spots = new LinkedHashMap<>();
            ward.beds().forEach(spot -> spots.put(spot, false));
            taken.put(ward, spots);
        }
    }

    /** Takes any free bed of a ward that fits. */
    Optional<Spot> take(DemoWard ward, Predicate<Spot> fits, Random random) {
        List<Spot> free = spots(ward).entrySet().stream()
                .filter(entry -> !entry.getValue())
                .map(Map.Entry::getKey)
                .filter(fits)
                .toList();
        if (free.isEmpty()) {
            return Optional.empty();
        }
        Spot spot = free.get(random.nextInt(free.size()));
        spots(ward).put(spot, true);
        return Optional.of(spot);
    }

    void release(Spot spot) {
        Boolean was = spots(spot.ward()).put(spot, false);
        if (was == null || !was) {
            throw new IllegalStateException("bed was not taken: " + spot);
        }
    }

    int occupied(DemoWard ward) {
        return (int) spots(ward).values().stream().filter(held -> held).count();
    }

    private Map<Spot, Boolean> spots(DemoWard ward) {
        return java.util.Objects.requireNonNull(taken.get(ward));
    }
}
