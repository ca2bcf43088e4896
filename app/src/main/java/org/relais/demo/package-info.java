/**
 * The fictitious Centre hospitalier de la Pointe: speaks real HL7 v2 to Relais. Imports the kernel
 * only.
 */
@NullMarked
package org.relais.demo;

import org.jspecify.annotations.NullMarked;
