@NullMarked
package org.relais.care.identity.match;

import org.jspecify.annotations.NullMarked;
