/** Pages that declare and lift the crisis. */
@NullMarked
package org.relais.web.command;

import org.jspecify.annotations.NullMarked;
