package org.relais.access.spring;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.relais.access.Right;

/**
 * The rights without which a controller's method is refused: all of those listed; with none listed, any person who is
 * logged in. On a type it stands for its methods that declare nothing themselves.
 */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Needs {
    Right[] value();
}
