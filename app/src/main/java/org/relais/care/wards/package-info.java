/**
 * Hospital structure: wards and beds; who lies where.
 */
@NullMarked
package org.relais.care.wards;

import org.jspecify.annotations.NullMarked;
