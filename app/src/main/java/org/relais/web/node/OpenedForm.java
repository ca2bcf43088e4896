package org.relais.web.node;

import org.jspecify.annotations.Nullable;

/** That somebody opened a standby pack, as the browser sent it. */
public record OpenedForm(
        @Nullable String code,
        @Nullable String where,
        @Nullable String key) {}
