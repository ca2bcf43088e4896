/** What is done all year so that a hospital can work without its computers. */
@NullMarked
package org.relais.prepare;

import org.jspecify.annotations.NullMarked;
