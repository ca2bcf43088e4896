/**
 * The printers of bands and labels: what is in their trays, how far they shift, where label printers listen. Owns the facts
 * {@code upkeep.printer} and {@code upkeep.printer-calibrated}. The one place from which Relais opens a connection: to a
 * printer whose address an administrator wrote down, and only to print.
 */
@NullMarked
package org.relais.upkeep.printers;

import org.jspecify.annotations.NullMarked;
