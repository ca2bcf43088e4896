/**
 * Where entries lie on disk. The only place that knows JDBC.
 */
@NullMarked
package org.relais.journal.store;

import org.jspecify.annotations.NullMarked;
