package org.relais.journal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.AEADBadTagException;
import javax.crypto.SecretKey;
import org.relais.journal.crypto.Keys;
import org.relais.journal.crypto.Sealer;
import org.relais.kernel.Problem.Category;
import org.relais.kernel.StaffId;
import org.relais.kernel.Who;

/**
 * The second sealed file, where accesses are traced while the journal cannot be written. Its room is taken when the
 * directory is opened, so that a disk that fills up does not take it away. What it holds becomes facts of the journal as
 * soon as the directory is opened with a disk that writes again. When it fails as well, nothing is read any more.
 */
public final class AsideLog {
    static final String FILE = "aside.sealed";
    private static final byte[] MAGIC = "RELAISAL\1".getBytes(StandardCharsets.US_ASCII);
    private static final int SALT = 16;
    private static final int FIRST = MAGIC.length + SALT;
    private static final int ROOM = 256 << 10;

    private final Path file;
    private final Keys keys;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<StaffId, Instant> admitted = new ConcurrentHashMap<>();
    private final List<Noted> noted = new ArrayList<>();
    private byte[] salt = new byte[SALT];
    private int end = FIRST;
    private boolean usable;

    /**
     * Something that the journal could not take.
     *
     * @param at when it happened
     */
    record Noted(Instant at, Draft draft) {}

    private AsideLog(Path file, Keys keys, InstantSource clock) {
        this.file = file;
        this.keys = keys;
        this.clock = clock;
    }

    /** Opens the file, or takes its room. A disk that gives none leaves it unusable: the directory opens all the same. */
    static AsideLog open(Path directory, Keys keys, InstantSource clock) {
        AsideLog log = new AsideLog(directory.resolve(FILE), keys, clock);
        log.prepare();
        return log;
    }

    private void prepare() {
        try {
            if (Files.isRegularFile(file)) {
                load(Files.readAllBytes(file));
            } else {
                empty();
            }
            usable = true;
        } catch (IOException noRoom) {
            usable = false;
        }
    }

    private void load(byte[] bytes) throws IOException {
        if (bytes.length < FIRST || !Arrays.equals(bytes, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
            throw new IOException("the file of traces set aside is not one");
        }
        salt = Arrays.copyOfRange(bytes, MAGIC.length, FIRST);
        ByteBuffer in = ByteBuffer.wrap(bytes).position(FIRST);
        while (in.remaining() > Integer.BYTES) {
            int length = in.getInt();
            if (length <= 0 || length > in.remaining()) {
                return;
            }
            byte[] sealed = new byte[length];
            in.get(sealed);
            Optional<Noted> one = opened(sealed);
            if (one.isEmpty()) {
                return;
            }
            noted.add(one.get());
            end = in.position();
        }
    }

    /** The record, unless it was torn by a crash: such a one was not acknowledged. */
    private Optional<Noted> opened(byte[] sealed) throws IOException {
        try {
            return Optional.of(decode(new Sealer(random).open(key(), number(noted.size()), sealed)));
        } catch (AEADBadTagException torn) {
            return Optional.empty();
        }
    }

    /** Lets one person read health data for a while, though the journal cannot be written. */
    public void admit(StaffId staff, Instant until) {
        admitted.put(staff, until);
    }

    /** Whether somebody may read health data now. The operator, who has the passphrase, always. */
    public boolean admits(Who who) {
        return switch (who) {
            case Who.Staff(StaffId id) -> clock.instant().isBefore(admitted.getOrDefault(id, Instant.MIN));
            case Who.Operator() -> true;
            case Who.Machine() -> false;
        };
    }

    /** Keeps a fact that the journal does not take; returns once it is on disk. Refuses: {@code journal.aside-stopped}. */
    public synchronized void write(Draft draft) {
        Noted one = new Noted(clock.instant(), draft);
        byte[] sealed = new Sealer(random).seal(key(), number(noted.size()), encode(one));
        if (!usable || end + Integer.BYTES + sealed.length + Integer.BYTES > ROOM) {
            throw Problems.of(Category.UNAVAILABLE, "journal.aside-stopped");
        }
        ByteBuffer record = ByteBuffer.allocate(Integer.BYTES + sealed.length + Integer.BYTES);
        record.putInt(sealed.length).put(sealed).putInt(0).flip();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            for (int at = end; record.hasRemaining(); ) {
                at += channel.write(record, at);
            }
            channel.force(false);
        } catch (IOException broken) {
            usable = false;
            throw Problems.of(Category.UNAVAILABLE, "journal.aside-stopped", broken);
        }
        end += Integer.BYTES + sealed.length;
        noted.add(one);
    }

    /** How many facts are set aside. */
    public synchronized int count() {
        return noted.size();
    }

    /** Writes into the journal what was set aside, and empties the file. A journal that takes nothing leaves all as it is. */
    synchronized void absorb(Journal journal) {
        if (noted.isEmpty() || !usable) {
            return;
        }
        List<Draft> drafts = new ArrayList<>();
        for (int n = 0; n < noted.size(); n++) {
            Noted one = noted.get(n);
            drafts.add(one.draft().recordedAt(one.at()).onlyOnce(dedupKey(n)));
        }
        JournalFacts.SetAside fact = new JournalFacts.SetAside(
                noted.size(),
                noted.getFirst().at().toString(),
                noted.getLast().at().toString());
        drafts.add(JournalFacts.ASIDE.draft(new Who.Machine(), fact).onlyOnce(dedupKey(noted.size())));
        try {
            journal.append(drafts).join();
        } catch (CompletionException stillStopped) {
            return;
        }
        try {
            empty();
        } catch (IOException kept) {
            usable = false;
        }
        noted.clear();
    }

    private byte[] dedupKey(int n) {
        return ByteBuffer.allocate(FILE.length() + SALT + Integer.BYTES)
                .put(FILE.getBytes(StandardCharsets.US_ASCII))
                .put(salt)
                .putInt(n)
                .array();
    }

    /** A file without records, of its whole size: in one step, so that a crash leaves the old one or this. */
    private void empty() throws IOException {
        random.nextBytes(salt);
        byte[] fresh = new byte[ROOM];
        System.arraycopy(MAGIC, 0, fresh, 0, MAGIC.length);
        System.arraycopy(salt, 0, fresh, MAGIC.length, SALT);
        PrivateFiles.write(file, fresh);
        end = FIRST;
    }

    private SecretKey key() {
        return keys.site().derive("relais aside 1", salt);
    }

    private static byte[] number(int n) {
        return ByteBuffer.allocate(Integer.BYTES).putInt(n).array();
    }

    private static byte[] encode(Noted one) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            Draft draft = one.draft();
            out.writeUTF(one.at().toString());
            out.writeUTF(draft.type());
            out.writeShort(draft.version());
            out.writeUTF(who(draft.who()));
            String subject = draft.subject();
            out.writeUTF(subject == null ? "" : subject);
            out.writeInt(draft.payload().length);
            out.write(draft.payload());
        } catch (IOException impossible) {
            throw new IllegalStateException("memory cannot be written", impossible);
        }
        return bytes.toByteArray();
    }

    private static Noted decode(byte[] plain) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(plain));
        Instant at = Instant.parse(in.readUTF());
        String type = in.readUTF();
        int version = in.readUnsignedShort();
        Who who = who(in.readUTF());
        String subject = in.readUTF();
        Draft draft = Draft.of(type, version, who, in.readNBytes(in.readInt()));
        return new Noted(at, subject.isEmpty() ? draft : draft.about(subject));
    }

    private static String who(Who who) {
        return switch (who) {
            case Who.Staff(StaffId id) -> id.hex();
            case Who.Operator() -> "operator";
            case Who.Machine() -> "machine";
        };
    }

    private static Who who(String text) {
        return switch (text) {
            case "operator" -> new Who.Operator();
            case "machine" -> new Who.Machine();
            default -> new Who.Staff(new StaffId(text));
        };
    }
}
