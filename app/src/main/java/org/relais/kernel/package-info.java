/**
 * Values that everybody speaks: typed ids, who, when, problems. No input, no output, no framework. At
 * most 40 types.
 */
@NullMarked
package org.relais.kernel;

import org.jspecify.annotations.NullMarked;
