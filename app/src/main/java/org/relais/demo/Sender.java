package org.relais.demo;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** A simulated system of the hospital, and how it writes. */
enum Sender {
    /** Patient administration: IHE PAM France 2.11. */
    GAM(StandardCharsets.UTF_8, "UNICODE UTF-8", false),
    /** Laboratory. */
    LAB(StandardCharsets.ISO_8859_1, "8859/1", true),
    /** Bedside monitors and the nurses' vital signs. */
    VIT(StandardCharsets.UTF_8, "UNICODE UTF-8", true),
    /** Pharmacy. */
    PHA(StandardCharsets.ISO_8859_1, "8859/1", false),
    /** Imaging and its documents. */
    RAD(StandardCharsets.UTF_8, "UNICODE UTF-8", false);

    final Charset charset;
    final String charsetName;
    /** Whether its times carry their offset from UTC. */
    final boolean zoned;

    Sender(Charset charset, String charsetName, boolean zoned) {
        this.charset = charset;
        this.charsetName = charsetName;
        this.zoned = zoned;
    }
}
