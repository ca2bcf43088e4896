package org.relais.web.access;

import org.jspecify.annotations.Nullable;

/** Why a chart is to be opened, as the browser sent it. */
public record GlassForm(@Nullable String reason, @Nullable String text) {
    static final GlassForm EMPTY = new GlassForm("", "");

    String typedReason() {
        return reason == null ? "" : reason;
    }

    String typedText() {
        return text == null ? "" : text;
    }
}
