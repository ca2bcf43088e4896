package org.relais.access.spring;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A controller's method that answers a shared ward screen, without anybody logged in there. Beside {@link Needs} it
 * stands for both; whatever else a shared screen asks for leads back to its ward.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface AtSharedScreen {}
