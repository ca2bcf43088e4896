package org.relais.care.births.watch;

/**
 * How a trace is classified by whoever reviews it: the five classes of the CNGOF (Recommandations pour la pratique clinique,
 * <em>Modalités de surveillance fœtale pendant le travail</em>, 2007), from none to major risk of acidosis.
 */
public enum Reading {
    NORMAL,
    NEARLY_NORMAL,
    INTERMEDIATE,
    PATHOLOGICAL,
    PRETERMINAL
}
