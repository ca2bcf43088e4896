/**
 * The append-only, signed and sealed log of facts. Everything that is known is an entry here;
 * everything that is shown is folded from it. Invariant: an append is acknowledged only after fsync.
 */
@NullMarked
package org.relais.journal;

import org.jspecify.annotations.NullMarked;
