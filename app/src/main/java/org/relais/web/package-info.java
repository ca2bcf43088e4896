/**
 * The screens: a shell, one package a verb, live updates. A face: holds no state but sessions.
 */
@NullMarked
package org.relais.web;

import org.jspecify.annotations.NullMarked;
