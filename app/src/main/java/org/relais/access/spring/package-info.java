/**
 * The door as Spring sees it: sessions, headers, and the declared right of every route. Fails closed: a path that is not
 * listed in {@link org.relais.access.spring.Paths} needs a login, a controller method that declares no right is refused.
 */
@NullMarked
package org.relais.access.spring;

import org.jspecify.annotations.NullMarked;
