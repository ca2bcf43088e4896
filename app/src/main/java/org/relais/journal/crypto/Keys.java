package org.relais.journal.crypto;

import org.relais.kernel.NodeId;

/**
 * The keys of an unlocked data directory.
 *
 * @param node    the node that writes there
 * @param site    the site's key
 * @param signing the node's own key
 */
public record Keys(NodeId node, SiteKey site, SigningKey signing) {
    @Override
    public String toString() {
        return "Keys[" + node.hex() + "]";
    }
}
