/**
 * HL7 v2 in: MLLP listener, file import, and the mapping of segments to clinical facts. One class per
 * segment mapping.
 */
@NullMarked
package org.relais.feeds.hl7v2;

import org.jspecify.annotations.NullMarked;
