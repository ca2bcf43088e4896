package org.relais.web.node;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Hands a document to the browser, which shows it and keeps nothing. */
final class Pdf {
    private Pdf() {}

    /** @param name file name without its ending: names nobody */
    static ResponseEntity<byte[]> inline(String name, byte[] pdf) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"" + name + ".pdf\"")
                .cacheControl(CacheControl.noStore())
                .body(pdf);
    }
}
