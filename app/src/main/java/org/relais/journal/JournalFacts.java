package org.relais.journal;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.relais.journal.crypto.Authority;
import org.relais.kernel.Mode;
import org.relais.kernel.NodeId;

/** The facts that the journal writes about itself. */
final class JournalFacts {
    private JournalFacts() {}

    /**
     * The first entry of an epoch.
     *
     * @param mode      of the directory; that of the very first entry holds
     * @param publicKey of the node, 64 hexadecimal digits
     * @param after     hash of the predecessor's head, or null for the first epoch
     */
    record EpochOpened(
            Mode mode, String publicKey, @Nullable String after) {}

    /** A payload was dropped: of which entry, and why (never whose). */
    record Forgotten(String author, String epoch, long seq, String reason) {
        EntryKey key() {
            return new EntryKey(new NodeId(author), epoch, seq);
        }
    }

    /** What was done to the key slots. */
    enum KeyAct {
        PASSPHRASE_CHANGED,
        RECOVERY_MADE,
        /** The passphrase was set anew by means of the recovery parts. */
        RECOVERY_USED
    }

    /**
     * The key slots are about to change; written before they do.
     *
     * @param set of the recovery parts that are made or used, else empty
     */
    record KeysChanged(KeyAct act, String set) {}

    /**
     * A certificate authority was made.
     *
     * @param hosts       names and addresses it is constrained to
     * @param certificate X.509, DER, base 64
     * @param key         its private key (PKCS #8), sealed for the certificate, base 64
     */
    record AuthorityMade(List<String> hosts, String certificate, String key) {}

    /** A certificate was issued: its serial number (hexadecimal), and until when it holds. */
    record CertificateIssued(String serial, Authority.Use use, List<String> hosts, String end) {}

    /** The {@code count} entries before were traced aside between two moments, while the journal could not be written. */
    record SetAside(int count, String from, String to) {}

    static final FactType<SetAside> ASIDE = FactType.of("journal.aside", 1, SetAside.class);
    static final FactType<AuthorityMade> AUTHORITY = FactType.of("journal.authority", 1, AuthorityMade.class);
    static final FactType<CertificateIssued> CERTIFICATE =
            FactType.of("journal.certificate", 1, CertificateIssued.class);
    static final FactType<KeysChanged> KEYS = FactType.of("journal.keys", 1, KeysChanged.class);
    static final FactType<EpochOpened> EPOCH = FactType.of("journal.epoch", 1, EpochOpened.class);
    static final FactType<Forgotten> FORGOTTEN = FactType.of("journal.forgotten", 1, Forgotten.class);
}
