package org.relais.feeds;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;
import org.relais.journal.crypto.SealedFile;
import org.relais.kernel.Outcome;
import org.relais.kernel.Problem;
import org.relais.kernel.Problem.Category;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The key and certificate that encrypted feeds answer with, and the authorities whose certificates senders may show. They
 * lie in one sealed file of the data directory. New keys hold for the connections that come after. Thread-safe.
 */
public final class FeedKeys {
    /**
     * What an administrator brings.
     *
     * @param store    PKCS #12 with one private key and its certificates
     * @param password of that file
     * @param clients  certificates of authorities (PEM or DER), one or several; empty: no sender is asked for one
     */
    public record Delivery(byte[] store, char[] password, byte[] clients) {
        /**
         * The same from PEM files, as {@code relais ca issue} writes them.
         *
         * @param chain this node's certificate, then those above it
         * @param key   its private key (RFC 7468, PKCS #8, without a password)
         */
        public static Outcome<Delivery> ofPem(byte[] chain, byte[] key, byte[] clients) {
            try {
                X509Certificate[] certificates = certificates(chain).toArray(X509Certificate[]::new);
                String text = new String(key, StandardCharsets.US_ASCII).replaceAll("-----[A-Z ]+-----|\\s", "");
                PKCS8EncodedKeySpec spec =
                        new PKCS8EncodedKeySpec(Base64.getDecoder().decode(text));
                if (certificates.length == 0) {
                    throw new GeneralSecurityException("no certificate");
                }
                String algorithm = certificates[0].getPublicKey().getAlgorithm();
                KeyStore store = KeyStore.getInstance("PKCS12");
                store.load(null, NONE);
                store.setKeyEntry(
                        "relais", KeyFactory.getInstance(algorithm).generatePrivate(spec), NONE, certificates);
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                store.store(bytes, NONE);
                return Outcome.done(new Delivery(bytes.toByteArray(), NONE, clients));
            } catch (GeneralSecurityException | IOException | IllegalArgumentException unusable) {
                return Outcome.refused(Problem.of(Category.INCORRECT, "feeds.keys-wrong"));
            }
        }
    }

    private static final Logger LOG = LoggerFactory.getLogger(FeedKeys.class);
    private static final String FILE = "feed-keys";
    private static final char[] NONE = new char[0];

    private final Path directory;
    private final SealedNote note;
    private volatile @Nullable SSLContext context;
    private volatile boolean clients;

    private FeedKeys(Path directory, SealedNote note) {
        this.directory = directory;
        this.note = note;
    }

    /** The keys of a data directory, when some lie there and can be read; a node does not stop for want of them. */
    public static FeedKeys open(Path directory, SealedFile sealed) {
        FeedKeys keys = new FeedKeys(directory, new SealedNote(directory.resolve(FILE), sealed));
        try {
            Optional<byte[]> held = keys.note.read();
            if (held.isPresent()) {
                ByteBuffer in = ByteBuffer.wrap(held.get());
                byte[] store = new byte[in.getInt()];
                in.get(store);
                byte[] authorities = new byte[in.remaining()];
                in.get(authorities);
                keys.use(store, authorities);
            }
        } catch (IOException | GeneralSecurityException | BufferUnderflowException altered) {
            LOG.error("the sealed keys of the feeds cannot be read: encrypted feeds let nobody in until they are"
                    + " renewed");
        }
        return keys;
    }

    /** What TLS is spoken with; nothing until keys were installed. */
    public Optional<SSLContext> context() {
        return Optional.ofNullable(context);
    }

    /** Whether an authority of senders' certificates is known. */
    public boolean knowsClients() {
        return clients;
    }

    /** Whether a folder is the data directory, lies in it or holds it. */
    boolean nearby(Path folder) {
        Path own = real(directory);
        Path other = real(folder);
        return own.startsWith(other) || other.startsWith(own);
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException missing) {
            return path.toAbsolutePath().normalize();
        }
    }

    synchronized Outcome<KeysInstalled> install(Delivery delivery) {
        try {
            KeyStore own = own(delivery);
            X509Certificate certificate = (X509Certificate) own.getCertificate("relais");
            certificate.checkValidity();
            List<String> named = new ArrayList<>();
            for (X509Certificate client : certificates(delivery.clients())) {
                named.add(client.getSubjectX500Principal().getName() + " " + fingerprint(client));
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            own.store(bytes, NONE);
            byte[] store = bytes.toByteArray();
            byte[] authorities = delivery.clients();
            note.write(ByteBuffer.allocate(4 + store.length + authorities.length)
                    .putInt(store.length)
                    .put(store)
                    .put(authorities)
                    .array());
            use(store, authorities);
            return Outcome.done(new KeysInstalled(
                    certificate.getSubjectX500Principal().getName(),
                    fingerprint(certificate),
                    certificate.getNotAfter().toInstant().toString(),
                    named));
        } catch (GeneralSecurityException | IOException unusable) {
            return Outcome.refused(Problem.of(Category.INCORRECT, "feeds.keys-wrong"));
        }
    }

    /** The one private key of the delivery, under a name of our own and without a password: the file is sealed. */
    private static KeyStore own(Delivery delivery) throws GeneralSecurityException, IOException {
        KeyStore brought = KeyStore.getInstance("PKCS12");
        brought.load(new ByteArrayInputStream(delivery.store()), delivery.password());
        for (String alias : Collections.list(brought.aliases())) {
            if (brought.isKeyEntry(alias)) {
                KeyStore own = KeyStore.getInstance("PKCS12");
                own.load(null, NONE);
                own.setKeyEntry(
                        "relais", brought.getKey(alias, delivery.password()), NONE, brought.getCertificateChain(alias));
                return own;
            }
        }
        throw new GeneralSecurityException("no private key");
    }

    private void use(byte[] store, byte[] authorities) throws GeneralSecurityException, IOException {
        KeyStore own = KeyStore.getInstance("PKCS12");
        own.load(new ByteArrayInputStream(store), NONE);
        KeyManagerFactory key = KeyManagerFactory.getInstance("PKIX");
        key.init(own, NONE);
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, NONE);
        int number = 0;
        for (X509Certificate authority : certificates(authorities)) {
            trusted.setCertificateEntry("client-" + number++, authority);
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
        trust.init(trusted);
        SSLContext fresh = SSLContext.getInstance("TLS");
        fresh.init(key.getKeyManagers(), number == 0 ? null : trust.getTrustManagers(), null);
        clients = number > 0;
        context = fresh;
    }

    private static List<X509Certificate> certificates(byte[] bytes) throws GeneralSecurityException, IOException {
        List<X509Certificate> certificates = new ArrayList<>();
        if (bytes.length > 0) {
            try (InputStream in = new ByteArrayInputStream(bytes)) {
                for (Certificate one : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                    certificates.add((X509Certificate) one);
                }
            }
        }
        return certificates;
    }

    private static String fingerprint(X509Certificate certificate) throws GeneralSecurityException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
    }
}
