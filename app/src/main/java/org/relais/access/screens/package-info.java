/**
 * Ward screens that are shared in a crisis: facts {@code access.screen-shared} and {@code access.screen-ended}. A shared
 * screen shows its ward and opens no chart by itself; it never outlives the crisis in which it was shared.
 */
@NullMarked
package org.relais.access.screens;

import org.jspecify.annotations.NullMarked;
