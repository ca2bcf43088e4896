package org.relais.care.identity;

import org.relais.care.ClinicalFact.Moved;

/**
 * A movement as it came.
 *
 * @param position the entry that says it
 * @param said     what it says
 */
public record Move(long position, Moved said) {}
