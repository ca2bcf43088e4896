/**
 * Lists of persons from anywhere (a neighbour, SI-VIC) read for matching: CSV with any separator, columns named by a mapping,
 * dates as they were typed. Nothing is kept: what is read lives in a {@code Register} as long as it is compared.
 */
@NullMarked
package org.relais.care.identity.linkage;

import org.jspecify.annotations.NullMarked;
