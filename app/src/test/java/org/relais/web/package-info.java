/** Tests of the screens. */
@NullMarked
package org.relais.web;

import org.jspecify.annotations.NullMarked;
