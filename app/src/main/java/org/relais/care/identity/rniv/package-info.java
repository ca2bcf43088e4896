/**
 * The French rules of patient identity (référentiel national d'identitovigilance, RNIV) as pure values: statuses and
 * attributes and what may become of them, how traits are written, the key of the NIR, the INS DataMatrix, the SINUS number,
 * code-names. Owns no fact. A status is never raised by a scan, nor beyond validated: the INSi service can not be reached.
 */
@NullMarked
package org.relais.care.identity.rniv;

import org.jspecify.annotations.NullMarked;
