/**
 * Whether two records are one person: probabilistic matching after Fellegi and Sunter (JASA 64, 1969), its parameters
 * learnt from the lists themselves by expectation and maximisation, without labels.
 *
 * <p>{@link org.relais.care.identity.match.Traits} are compared field by field to
 * {@link org.relais.care.identity.match.Level levels}; {@link org.relais.care.identity.match.Weights} say what a level is
 * worth, in bits; {@link org.relais.care.identity.match.Score} keeps the bits of every field, so that a screen can show
 * why. {@link org.relais.care.identity.match.Proposer} ranks candidates and decides; it proposes and never merges.
 *
 * <p>No input or output, no clock, no randomness but by fixed seeds: the same lists give the same answer.
 */
@NullMarked
package org.relais.care.identity.match;

import org.jspecify.annotations.NullMarked;
