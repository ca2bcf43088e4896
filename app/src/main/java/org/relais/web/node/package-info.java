/** Pages of this node: feeds, quarantine, structure, packs, accounts, traces, backup, settings, help. */
@NullMarked
package org.relais.web.node;

import org.jspecify.annotations.NullMarked;
