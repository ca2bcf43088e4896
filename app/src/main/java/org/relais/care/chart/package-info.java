/**
 * The last-known chart of one patient, folded on demand from the entries about her.
 */
@NullMarked
package org.relais.care.chart;

import org.jspecify.annotations.NullMarked;
