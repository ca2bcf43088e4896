/** Pages of Soigner, Identités: newcomers, unknown patients, statuses, links and merges. */
@NullMarked
package org.relais.web.care.identity;

import org.jspecify.annotations.NullMarked;
