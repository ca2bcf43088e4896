package org.relais.web.node;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where other machines find the pages of this node: known once its HTTPS door is open. */
public final class NodeAddress {
    private volatile @Nullable String address;

    /** @param url {@code https://host:port/} */
    public void opened(String url) {
        address = url;
    }

    /** The address, when there is one. */
    public Optional<String> get() {
        return Optional.ofNullable(address);
    }
}
