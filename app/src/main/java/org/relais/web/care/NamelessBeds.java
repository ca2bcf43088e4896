package org.relais.web.care;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.relais.care.wards.Census;
import org.relais.web.shell.Frame;
import org.relais.web.shell.LockPage;
import org.relais.web.shell.LockPage.Bed;
import org.relais.web.shell.LockPage.Beds;
import org.springframework.web.util.UriUtils;

/** What a locked ward screen goes on showing: which beds are taken, and by nobody's name. */
public final class NamelessBeds implements LockPage.Source {
    private static final Pattern WARD = Pattern.compile("/wards/((?:[\\w.~-]|%[0-9A-Fa-f]{2})+)(?:[?#].*)?");

    private final CareRooms rooms;

    public NamelessBeds(CareRooms rooms) {
        this.rooms = rooms;
    }

    @Override
    public @Nullable Beds of(String path, Frame frame) {
        Matcher address = WARD.matcher(path);
        String named = address.matches() ? UriUtils.decode(address.group(1), StandardCharsets.UTF_8) : "";
        if (named.isBlank()) {
            return null;
        }
        return rooms.ward(named)
                .map(found -> new Beds(CareRooms.name(found.ward(), frame.language()), beds(found)))
                .orElse(null);
    }

    private static List<Bed> beds(Census census) {
        List<Bed> beds = new ArrayList<>();
        for (Census.Occupied place : census.places()) {
            String label = Stream.of(place.room(), place.bed())
                    .filter(part -> !part.isBlank())
                    .collect(Collectors.joining(" "));
            beds.add(new Bed("bed-" + beds.size(), label, place.patient() != null));
        }
        return List.copyOf(beds);
    }
}
