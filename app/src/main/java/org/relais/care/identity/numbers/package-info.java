/**
 * Downtime numbers: what a patient is called by while the hospital's systems are silent. Owns the facts
 * {@code care.number-block}, {@code care.kit-given}, {@code care.number-issued}, {@code care.number-used} and
 * {@code care.number-spoilt}. A number is given once, for ever; blocks never overlap, so that desks and kits that can not
 * reach one another never give the same.
 */
@NullMarked
package org.relais.care.identity.numbers;

import org.jspecify.annotations.NullMarked;
