package org.relais.web.node;

import org.jspecify.annotations.Nullable;
import org.relais.kernel.Language;
import org.relais.paper.MarSpan;
import org.relais.paper.PackOptions;
import org.relais.paper.Sides;

/** What was filled in to ask for a pack, as the browser sent it; what is missing is the usual. */
public record PackForm(
        @Nullable String ward,
        @Nullable String language,
        @Nullable String hours,
        @Nullable String sides) {

    /** The ward chosen, {@code *} for all, or empty. */
    String chosen() {
        return ward == null ? "" : ward;
    }

    PackOptions options() {
        return new PackOptions(
                threeDays() ? MarSpan.HOURS_72 : MarSpan.HOURS_24,
                bothSides() ? Sides.TWO : Sides.ONE,
                PackOptions.USUAL.pagesPerMinute());
    }

    Language inLanguage() {
        return Language.EN.code().equals(language) ? Language.EN : Language.FR;
    }

    boolean threeDays() {
        return "72".equals(hours);
    }

    boolean bothSides() {
        return "2".equals(sides);
    }
}
