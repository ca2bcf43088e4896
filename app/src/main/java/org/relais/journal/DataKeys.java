package org.relais.journal;

import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.SecretKey;
import org.relais.journal.crypto.SiteKey;

/** The data keys of the log, one per author and epoch, each derived once. Thread-safe. */
final class DataKeys {
    private final SiteKey site;
    private final Map<String, SecretKey> keys = new ConcurrentHashMap<>();

    DataKeys(SiteKey site) {
        this.site = site;
    }

    SecretKey of(byte[] author, byte[] epoch) {
        String name = HexFormat.of().formatHex(author) + HexFormat.of().formatHex(epoch);
        return keys.computeIfAbsent(name, _ -> site.derive("relais entry 1", author, epoch));
    }

    SecretKey dedup() {
        return site.derive("relais dedup 1");
    }

    SecretKey pseudonym() {
        return site.derive("relais pseudonym 1");
    }

    SiteKey site() {
        return site;
    }
}
