/**
 * What the node does by itself, by the clock: standby packs, forgetting, backups, and the checks of its own state. Owns
 * the facts {@code upkeep.*}. Invariants: a pack counts only once it was opened and read where it lies; nothing is
 * forgotten during a crisis; what fails is told on the page, by {@code doctor} and in the metrics until it works again.
 */
@NullMarked
package org.relais.upkeep;

import org.jspecify.annotations.NullMarked;
