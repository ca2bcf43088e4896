package org.relais.care.chart;

import java.util.Locale;
import org.relais.care.ClinicalFact.Coded;

/** When two coded elements mean the same: same code of the same system, or the same text where neither has a code. */
final class Coding {
    private Coding() {}

    static String key(Coded coded) {
        return coded.code().isBlank()
                ? "text\u0000" + coded.text().strip().toUpperCase(Locale.ROOT)
                : coded.code().strip() + "\u0000" + coded.system().strip();
    }
}
