/**
 * Care: the clinical facts that interpreters give and the queries that screens and paper ask.
 */
@NullMarked
package org.relais.care;

import org.jspecify.annotations.NullMarked;
