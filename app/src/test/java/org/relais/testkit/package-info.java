/** Builders and fakes at process borders that tests share. */
@NullMarked
package org.relais.testkit;

import org.jspecify.annotations.NullMarked;
