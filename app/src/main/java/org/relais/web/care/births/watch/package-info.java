/** Pages of the maternity: women under watch, haemorrhage sheets, the board of the delivery rooms. */
@NullMarked
package org.relais.web.care.births.watch;

import org.jspecify.annotations.NullMarked;
