/**
 * What people write about identities: newcomers registered, unknown patients, corrections, links and merges, protection,
 * departures. Owns the facts {@code care.newcomer}, {@code care.identity-corrected}, {@code care.identity-linked},
 * {@code care.protection}, {@code care.departure} and {@code care.departure-annulled}. Each is read as clinical facts beside what the hospital's systems say, so that a newcomer is a
 * record like any other; nothing is re-keyed, and every link can be undone.
 */
@NullMarked
package org.relais.care.identity.desk;

import org.jspecify.annotations.NullMarked;
