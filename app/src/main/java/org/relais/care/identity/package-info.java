/**
 * Who is who: patient records, identifiers, aliases, merges, and the search among them.
 */
@NullMarked
package org.relais.care.identity;

import org.jspecify.annotations.NullMarked;
