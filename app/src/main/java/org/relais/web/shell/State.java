package org.relais.web.shell;

import java.util.Locale;

/** A state shown by word, shape and border; colour comes last. */
public enum State {
    ACT_NOW("octagon-alert"),
    OVERDUE("clock-alert"),
    RECHECK("triangle-alert"),
    OPEN("circle"),
    DONE("check"),
    UNKNOWN("circle-question-mark");

    private final String icon;

    State(String icon) {
        this.icon = icon;
    }

    public String icon() {
        return icon;
    }

    /** Class of the style sheet and suffix of the text. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
