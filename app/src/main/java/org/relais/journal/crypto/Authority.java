package org.relais.journal.crypto;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/**
 * The certificate authority of an installation (X.509 version 3, RFC 5280; ECDSA on P-256 with SHA-256). It can speak only
 * for the names and addresses it was made for, and for loopback: critical name constraints; whoever trusts it trusts it for
 * nothing else.
 */
public final class Authority {
    private static final Duration LIFE = Duration.ofDays(3653);
    private static final Duration LEAF_LIFE = Duration.ofDays(397);
    /** Clocks of phones are late. */
    private static final Duration LATE_CLOCKS = Duration.ofDays(1);

    private final X509Certificate certificate;
    private final PrivateKey key;
    private final List<Host> hosts;

    /** What a certificate is for. */
    public enum Use {
        /** Answers under the names: the pages, an MLLP listener. */
        SERVER,
        /** Calls others under the names: an MLLP sender. */
        CLIENT
    }

    /** @param hosts what the certificate is constrained to, loopback left out */
    Authority(X509Certificate certificate, PrivateKey key, List<Host> hosts) {
        this.certificate = certificate;
        this.key = key;
        this.hosts = List.copyOf(hosts);
    }

    /**
     * A new one.
     *
     * @param site  what people see it called by
     * @param hosts names (and every name below each) and addresses
     */
    public static Authority create(String site, List<Host> hosts, Instant now, SecureRandom random) {
        KeyPair pair = pair(random);
        Certificates.Order order =
                new Certificates.Order(site, site, pair.getPublic(), now.minus(LATE_CLOCKS), now.plus(LIFE), random);
        return new Authority(
                Certificates.authority(order, withLoopback(hosts), pair.getPrivate()), pair.getPrivate(), hosts);
    }

    /** One that was kept. */
    public static Authority of(byte[] certificate, byte[] key, List<Host> hosts) {
        return new Authority(Certificates.read(certificate), Certificates.readKey(key), hosts);
    }

    private static List<Host> withLoopback(List<Host> hosts) {
        List<Host> all = new ArrayList<>(hosts);
        for (String loopback : List.of("localhost", "127.0.0.1", "::1")) {
            Host.of(loopback).filter(host -> !all.contains(host)).ifPresent(all::add);
        }
        return all;
    }

    /** The names and addresses it was made for. */
    public List<Host> hosts() {
        return hosts;
    }

    /** Those of some names that it cannot speak for. */
    public List<Host> outside(List<Host> wanted) {
        List<Host> allowed = withLoopback(hosts);
        return wanted.stream()
                .filter(host -> allowed.stream().noneMatch(host::within))
                .toList();
    }

    /** A fresh key and its certificate. Refuses names outside: {@link IllegalArgumentException}. */
    public Issued issue(Use use, List<Host> names, Instant now, SecureRandom random) {
        if (names.isEmpty() || !outside(names).isEmpty()) {
            throw new IllegalArgumentException("a name outside what the authority is constrained to");
        }
        return issueAnyway(use, names, now, random);
    }

    /** The same without the check: that others refuse what comes of it is what the constraint is for. */
    Issued issueAnyway(Use use, List<Host> names, Instant now, SecureRandom random) {
        KeyPair pair = pair(random);
        Instant end = now.plus(LEAF_LIFE);
        Instant last = certificate.getNotAfter().toInstant();
        Certificates.Order order = new Certificates.Order(
                names.getFirst().text(),
                Certificates.name(certificate),
                pair.getPublic(),
                now.minus(LATE_CLOCKS),
                end.isAfter(last) ? last : end,
                random);
        return new Issued(Certificates.leaf(order, use, names, this), pair.getPrivate(), certificate);
    }

    /** A certificate for every name it has, and loopback. */
    public Issued issueServer(List<Host> names, Instant now, SecureRandom random) {
        return issue(Use.SERVER, withLoopback(names), now, random);
    }

    public X509Certificate certificate() {
        return certificate;
    }

    PrivateKey signingKey() {
        return key;
    }

    /** The private key (PKCS #8), to be sealed. */
    public byte[] key() {
        return key.getEncoded();
    }

    /** SHA-256 of the certificate, in pairs of hexadecimal digits: what phones and stations show when they ask for trust. */
    public String fingerprint() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
            return HexFormat.ofDelimiter(" ").formatHex(hash).toUpperCase(Locale.ROOT);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("this Java lacks SHA-256", missing);
        }
    }

    private static KeyPair pair(SecureRandom random) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"), random);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("this Java lacks P-256", missing);
        }
    }

    @Override
    public String toString() {
        return "Authority[" + fingerprint() + "]";
    }
}
