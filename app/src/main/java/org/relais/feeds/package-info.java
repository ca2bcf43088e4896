/**
 * What comes in from the hospital: named feeds, their state, what they received, what could not be
 * understood.
 */
@NullMarked
package org.relais.feeds;

import org.jspecify.annotations.NullMarked;
