package org.relais.care.births.watch;

import org.relais.care.identity.desk.Told;

/** What people write while a woman is watched. Codes and what was typed, never translated text. */
public sealed interface WatchFact permits CtgFact, BleedFact {
    /** When, and for whom. */
    Told told();
}
