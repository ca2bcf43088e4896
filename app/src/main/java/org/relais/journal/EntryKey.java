package org.relais.journal;

import org.relais.kernel.NodeId;

/**
 * The name of an entry for ever and on every node.
 *
 * @param author the node that wrote it
 * @param epoch  32 hexadecimal digits, random at every writer start
 * @param seq    1, 2, 3… within the epoch
 */
public record EntryKey(NodeId author, String epoch, long seq) {
    @Override
    public String toString() {
        return author.hex() + "-" + epoch + "-" + seq;
    }
}
