package org.relais.care.identity.rniv;

/** What is odd about an identity (RNIV 1). */
public enum IdentityAttribute {
    /** Homonyme: another patient has the same or nearly the same traits; with any status. */
    HOMA,
    /** Douteuse: there is reason to think it is not hers; with PROV only. */
    DOUT,
    /** Fictive: made up, for somebody unknown or secret; with PROV only. */
    FICT
}
