package org.relais.paper;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a PDF is before its first page.
 *
 * @param seal what locks it, or null
 */
record PdfHead(String title, Locale locale, @Nullable PackSeal seal) {
    static PdfHead open(Kit kit, Sheet sheet) {
        return new PdfHead(kit.say(sheet.titleKey()), kit.stamp().language().locale(), null);
    }
}
