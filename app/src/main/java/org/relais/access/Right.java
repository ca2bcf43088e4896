package org.relais.access;

/** What may be done; each page and each command asks for one. */
public enum Right {
    FIND_PATIENTS,
    /** Identity and place. */
    SEE_IDENTITY,
    /** Within one's wards or one's service's orders; other charts by bris de glace. */
    OPEN_CHARTS,
    OPEN_EVERY_CHART,
    /** Of one's own wards. */
    PRINT_CHARTS,
    PRINT_EVERY_WARD,
    DECLARE_CRISIS,
    SEE_FEEDS,
    /** Which feeds there are, who may send, with which keys. */
    CONFIGURE_FEEDS,
    /** Raw text of messages: health data. */
    SEE_QUARANTINE,
    SEE_STRUCTURE,
    CHANGE_STRUCTURE,
    MANAGE_ACCOUNTS,
    BACK_UP,
    SEE_TRACES,
    /** Refusals, failed logins, waits, lost badges: no patient is named. */
    SEE_SECURITY,
    /** Who saw a patient whose chart is open. */
    SEE_REPORTS,
    REVIEW_GLASS,
    /** To end the wait of somebody who mistyped too often. */
    UNBLOCK,
    /** To note what was found by telephone about a patient whose chart is open. */
    WRITE_CHARTS,
    /** Bands and labels: they show who somebody is. */
    PRINT_LABELS,
    /** To type what was measured on a printer's calibration page. */
    CALIBRATE_PRINTERS,
    /** Which printers there are, and where they listen. */
    SET_PRINTERS,
    /** To have kits printed in advance and hand them out. */
    MAKE_KITS,
    /** To register newcomers and their departures, correct, link and merge identities; a merge needs two who have it. */
    WRITE_IDENTITY,
    /** The register of deliveries: who was born of whom, secret births without the mother. */
    SEE_BIRTHS,
    /** To write births, print their bands, note separations and reunions. */
    WRITE_BIRTHS,
    /** To sign for the hospital after how many minutes a trace in labour is reviewed. */
    VALIDATE_INTERVALS,
    /** What has been prepared: kits, blocks of downtime numbers, standby packs; about no patient. */
    SEE_READINESS,
    /** To keep one's own place ready: connect its phones, turn away those that are lost, say that its standby pack opens. */
    KEEP_READY,
    /** To unseal the kit of one's desk, and to say that it is used up. */
    USE_KITS
}
