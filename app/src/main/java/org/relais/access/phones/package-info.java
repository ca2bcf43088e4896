/**
 * Ward phones: each is paired for twelve hours with a code shown once at a station, and can be turned away at any time.
 * Owns the facts {@code access.phone-paired} and {@code access.phone-revoked}. Pairing lets nobody in: whoever holds the
 * phone still logs in; a phone that is turned away takes every login on it along.
 */
@NullMarked
package org.relais.access.phones;

import org.jspecify.annotations.NullMarked;
