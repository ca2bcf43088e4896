/**
 * Everything on paper: one page kit, ward packs, summaries, blank forms.
 */
@NullMarked
package org.relais.paper;

import org.jspecify.annotations.NullMarked;
