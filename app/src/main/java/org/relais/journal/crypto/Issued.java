package org.relais.journal.crypto;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * A certificate that the {@link Authority} issued, with its private key, in memory.
 *
 * @param authority certificate of the one who issued it
 */
public record Issued(X509Certificate certificate, PrivateKey key, X509Certificate authority) {
    private static final char[] NONE = {};

    /** For servers: key and chain under the alias {@code relais}, no password; it never leaves memory. */
    public KeyStore keyStore() {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, NONE);
            store.setKeyEntry("relais", key, NONE, new X509Certificate[] {certificate, authority});
            return store;
        } catch (GeneralSecurityException | IOException impossible) {
            throw new IllegalStateException("a key store cannot be made", impossible);
        }
    }

    /** TLS that shows this certificate and trusts the authority alone. Whether the peer must show one, its socket says. */
    public SSLContext context() {
        try {
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(keyStore(), NONE);
            KeyStore trusted = KeyStore.getInstance("PKCS12");
            trusted.load(null, NONE);
            trusted.setCertificateEntry("authority", authority);
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trusted);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException impossible) {
            throw new IllegalStateException("TLS cannot be set up", impossible);
        }
    }

    public Instant end() {
        return certificate.getNotAfter().toInstant();
    }

    /** Certificate and authority (RFC 7468). */
    public String chainPem() {
        return pem(certificate) + pem(authority);
    }

    /** The private key (RFC 7468, PKCS #8). */
    public String keyPem() {
        return pem("PRIVATE KEY", key.getEncoded());
    }

    /** A certificate in the form that programs take in. */
    public static String pem(X509Certificate certificate) {
        try {
            return pem("CERTIFICATE", certificate.getEncoded());
        } catch (CertificateEncodingException impossible) {
            throw new IllegalStateException("a certificate has no form", impossible);
        }
    }

    private static String pem(String what, byte[] der) {
        String lines = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(der);
        return "-----BEGIN " + what + "-----\n" + lines + "\n-----END " + what + "-----\n";
    }

    @Override
    public String toString() {
        return "Issued[" + certificate.getSerialNumber().toString(16) + "]";
    }
}
