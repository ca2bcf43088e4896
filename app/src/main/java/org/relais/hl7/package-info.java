/**
 * HL7 v2: lossless tokeniser, framing, character sets, acknowledgement. A leaf: knows nothing of
 * Relais but the kernel.
 */
@NullMarked
package org.relais.hl7;

import org.jspecify.annotations.NullMarked;
