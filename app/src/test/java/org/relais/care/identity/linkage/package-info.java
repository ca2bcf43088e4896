@NullMarked
package org.relais.care.identity.linkage;

import org.jspecify.annotations.NullMarked;
