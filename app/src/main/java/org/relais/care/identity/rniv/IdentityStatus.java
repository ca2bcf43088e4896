package org.relais.care.identity.rniv;

/** How far an identity is trusted (RNIV 1); exclusive. */
public enum IdentityStatus {
    /** Provisoire: said, nothing checked. */
    PROV,
    /** Récupérée: given by the INSi service, no document checked. */
    RECUP,
    /** Validée: a document of high confidence was checked. */
    VALI,
    /** Qualifiée: both. */
    QUAL
}
