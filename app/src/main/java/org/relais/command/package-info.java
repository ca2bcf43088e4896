/**
 * The crisis itself: declared and lifted, T0, what it froze.
 */
@NullMarked
package org.relais.command;

import org.jspecify.annotations.NullMarked;
