/** Pages of Soigner: patients, charts, wards. */
@NullMarked
package org.relais.web.care;

import org.jspecify.annotations.NullMarked;
