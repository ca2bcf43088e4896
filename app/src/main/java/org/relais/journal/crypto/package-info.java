/**
 * Keys of the journal: site key, its slots, sealing of payloads, signatures of groups.
 */
@NullMarked
package org.relais.journal.crypto;

import org.jspecify.annotations.NullMarked;
