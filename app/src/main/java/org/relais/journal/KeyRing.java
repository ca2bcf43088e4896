package org.relais.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.relais.journal.JournalFacts.KeyAct;
import org.relais.journal.JournalFacts.KeysChanged;
import org.relais.journal.crypto.Cost;
import org.relais.journal.crypto.KeySlots;
import org.relais.journal.crypto.Keys;
import org.relais.journal.crypto.RecoveryKey;
import org.relais.journal.crypto.RecoveryShare;
import org.relais.kernel.Problem.Category;
import org.relais.kernel.Who;

/**
 * What opens an open data directory next time: its passphrase and its recovery parts, either of which may be replaced
 * while it works. The site's key stays. The fact is on disk before the file of key slots changes, and the file changes in
 * one step: a crash leaves either the old way in or the new one.
 */
public final class KeyRing {
    private final Path file;
    private final Keys keys;
    private final Journal journal;
    private final Cost cost;
    private final SecureRandom random = new SecureRandom();

    KeyRing(Path file, Keys keys, Journal journal, Cost cost) {
        this.file = file;
        this.keys = keys;
        this.journal = journal;
        this.cost = cost;
    }

    /** Replaces the passphrase. Refuses with {@code journal.wrong-passphrase} when the old one is not it. */
    public synchronized void changePassphrase(Who who, char[] old, char[] fresh) {
        KeySlots slots = slots();
        try {
            if (slots.unlock(old).isEmpty()) {
                throw Problems.of(Category.FORBIDDEN, "journal.wrong-passphrase");
            }
        } catch (IOException altered) {
            throw Problems.of(Category.CORRUPT, "journal.keys-altered", altered);
        }
        replace(who, new KeysChanged(KeyAct.PASSPHRASE_CHANGED, ""), slots.behind(keys, fresh, cost, random));
    }

    /** Sets the passphrase after the recovery parts have opened the directory. */
    synchronized void recovered(Who who, String set, char[] fresh) {
        replace(who, new KeysChanged(KeyAct.RECOVERY_USED, set), slots().behind(keys, fresh, cost, random));
    }

    /**
     * Makes recovery parts; earlier ones open nothing from then on. They are nowhere but with the one who prints.
     *
     * @param printing is given the five parts, and returns once they are safe; when it fails, nothing changes
     */
    public synchronized void makeRecovery(Who who, Consumer<List<RecoveryShare>> printing) {
        RecoveryKey key = RecoveryKey.random(random);
        printing.accept(key.split(random));
        replace(who, new KeysChanged(KeyAct.RECOVERY_MADE, key.set()), slots().recoverable(keys, key, random));
    }

    /** The set of the recovery parts that open this directory, when such were made. */
    public Optional<String> recoverySet() {
        return slots().recoverySet();
    }

    private KeySlots slots() {
        try {
            return KeySlots.read(file);
        } catch (IOException altered) {
            throw Problems.of(Category.CORRUPT, "journal.keys-altered", altered);
        }
    }

    private void replace(Who who, KeysChanged fact, KeySlots slots) {
        journal.write(JournalFacts.KEYS.draft(who, fact));
        try {
            PrivateFiles.write(file, slots.bytes());
        } catch (IOException unwritten) {
            throw Problems.of(Category.UNAVAILABLE, "journal.directory-io", unwritten);
        }
    }
}
