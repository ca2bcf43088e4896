package org.relais.journal.crypto;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.ExtensionsGenerator;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.asn1.x509.V3TBSCertificateGenerator;
import org.bouncycastle.crypto.digests.SHA256Digest;

/** The bytes of X.509 certificates (RFC 5280, profile of RFC 5480 for P-256). */
final class Certificates {
    private static final AlgorithmIdentifier ECDSA_SHA256 =
            new AlgorithmIdentifier(new ASN1ObjectIdentifier("1.2.840.10045.4.3.2"));
    private static final String ORGANISATION = "Relais";

    private Certificates() {}

    /** What every certificate says. */
    record Order(String subject, String issuer, PublicKey key, Instant from, Instant to, SecureRandom random) {}

    /** A self-signed authority that may issue end certificates only, and only for these hosts. */
    static X509Certificate authority(Order order, List<Host> hosts, PrivateKey signer) {
        try {
            ExtensionsGenerator extensions = new ExtensionsGenerator();
            extensions.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
            extensions.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
            extensions.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(new KeyPurposeId[] {
                KeyPurposeId.id_kp_serverAuth, KeyPurposeId.id_kp_clientAuth
            }));
            GeneralSubtree[] permitted = hosts.stream()
                    .map(host -> new GeneralSubtree(
                            host.address()
                                    ? new GeneralName(GeneralName.iPAddress, new DEROctetString(host.exactly()))
                                    : new GeneralName(GeneralName.dNSName, host.text())))
                    .toArray(GeneralSubtree[]::new);
            extensions.addExtension(Extension.nameConstraints, true, new NameConstraints(permitted, null));
            extensions.addExtension(Extension.subjectKeyIdentifier, false, identifier(order.key()));
            return signed(order, extensions, signer);
        } catch (IOException impossible) {
            throw new IllegalStateException("a certificate has no form", impossible);
        }
    }

    static X509Certificate leaf(Order order, Authority.Use use, List<Host> names, Authority by) {
        try {
            ExtensionsGenerator extensions = new ExtensionsGenerator();
            extensions.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
            extensions.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
            extensions.addExtension(
                    Extension.extendedKeyUsage,
                    false,
                    new ExtendedKeyUsage(
                            use == Authority.Use.SERVER
                                    ? KeyPurposeId.id_kp_serverAuth
                                    : KeyPurposeId.id_kp_clientAuth));
            GeneralName[] alternatives = names.stream()
                    .map(host ->
                            new GeneralName(host.address() ? GeneralName.iPAddress : GeneralName.dNSName, host.text()))
                    .toArray(GeneralName[]::new);
            extensions.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(alternatives));
            extensions.addExtension(Extension.subjectKeyIdentifier, false, identifier(order.key()));
            byte[] issuer = identifier(by.certificate().getPublicKey()).getKeyIdentifier();
            extensions.addExtension(Extension.authorityKeyIdentifier, false, new AuthorityKeyIdentifier(issuer));
            return signed(order, extensions, by.signingKey());
        } catch (IOException impossible) {
            throw new IllegalStateException("a certificate has no form", impossible);
        }
    }

    private static X509Certificate signed(Order order, ExtensionsGenerator extensions, PrivateKey signer)
            throws IOException {
        byte[] serial = new byte[16];
        order.random().nextBytes(serial);
        V3TBSCertificateGenerator body = new V3TBSCertificateGenerator();
        body.setSerialNumber(new ASN1Integer(new BigInteger(1, serial).setBit(0)));
        body.setSignature(ECDSA_SHA256);
        body.setIssuer(named(order.issuer()));
        body.setSubject(named(order.subject()));
        body.setStartDate(new Time(Date.from(order.from())));
        body.setEndDate(new Time(Date.from(order.to())));
        body.setSubjectPublicKeyInfo(
                SubjectPublicKeyInfo.getInstance(order.key().getEncoded()));
        body.setExtensions(extensions.generate());
        var unsigned = body.generateTBSCertificate();
        try {
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(signer, order.random());
            signature.update(unsigned.getEncoded("DER"));
            ASN1EncodableVector parts = new ASN1EncodableVector();
            parts.add(unsigned);
            parts.add(ECDSA_SHA256);
            parts.add(new DERBitString(signature.sign()));
            return read(new DERSequence(parts).getEncoded("DER"));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("this Java lacks ECDSA", missing);
        }
    }

    private static X500Name named(String common) {
        return new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.O, ORGANISATION)
                .addRDN(BCStyle.CN, common)
                .build();
    }

    /** The common name of whom a certificate is about. */
    static String name(X509Certificate certificate) {
        X500Name subject =
                X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
        return subject.getRDNs(BCStyle.CN)[0].getFirst().getValue().toString();
    }

    /** RFC 7093, method 1: the first 160 bits of the SHA-256 of the key. */
    private static SubjectKeyIdentifier identifier(PublicKey key) {
        byte[] bits = SubjectPublicKeyInfo.getInstance(key.getEncoded())
                .getPublicKeyData()
                .getBytes();
        SHA256Digest digest = new SHA256Digest();
        digest.update(bits, 0, bits.length);
        byte[] hash = new byte[32];
        digest.doFinal(hash, 0);
        return new SubjectKeyIdentifier(java.util.Arrays.copyOf(hash, 20));
    }

    static X509Certificate read(byte[] der) {
        try {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
        } catch (GeneralSecurityException malformed) {
            throw new IllegalStateException("not a certificate", malformed);
        }
    }

    static PrivateKey readKey(byte[] pkcs8) {
        try {
            return KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
        } catch (GeneralSecurityException malformed) {
            throw new IllegalStateException("not a private key", malformed);
        }
    }
}
