package org.relais.journal;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.security.cert.CertificateEncodingException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.SecretKey;
import org.relais.journal.JournalFacts.AuthorityMade;
import org.relais.journal.JournalFacts.CertificateIssued;
import org.relais.journal.crypto.Authority;
import org.relais.journal.crypto.Host;
import org.relais.journal.crypto.Issued;
import org.relais.journal.crypto.Keys;
import org.relais.journal.crypto.Sealer;
import org.relais.kernel.Problem.Category;
import org.relais.kernel.Who;

/**
 * The site's certificate authority, kept as a fact: so it is backed up and restored with everything else, and who made it
 * is known. Its private key is sealed within the sealed payload. The <em>n</em>th has the dedup key {@code journal.authority
 * n}, so it is found before anything is folded; the last one counts. Certificates it issues live in memory, or in files
 * that somebody asked for.
 */
public final class SiteAuthority {
    private final Journal journal;
    private final SecretKey wrapping;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    SiteAuthority(Journal journal, Keys keys, InstantSource clock) {
        this.journal = journal;
        this.wrapping = keys.site().derive("relais authority 1");
        this.clock = clock;
    }

    /** The authority in force, when one was made. */
    public synchronized Optional<Authority> current() {
        int count = count();
        return count == 0 ? Optional.empty() : Optional.of(read(count));
    }

    /** Makes one; an earlier one issues nothing any more. */
    public synchronized Authority make(Who who, String site, List<Host> hosts) {
        Authority made = Authority.create(site, hosts, clock.instant(), random);
        byte[] certificate = encoded(made);
        byte[] sealed = new Sealer(random).seal(wrapping, certificate, made.key());
        AuthorityMade fact =
                new AuthorityMade(hosts.stream().map(Host::text).toList(), base64(certificate), base64(sealed));
        journal.write(JournalFacts.AUTHORITY.draft(who, fact).onlyOnce(dedupKey(count() + 1)));
        return made;
    }

    /** The authority in force, or one made now where there is none. Refuses names outside: {@code tls.outside}. */
    public synchronized Authority covering(Who who, String site, List<Host> hosts) {
        Authority authority = current().orElse(null);
        if (authority != null) {
            refuseOutside(authority, hosts);
            return authority;
        }
        if (hosts.isEmpty()) {
            throw Problems.of(Category.INCORRECT, "tls.no-names");
        }
        return make(who, site, hosts);
    }

    private static void refuseOutside(Authority authority, List<Host> hosts) {
        List<Host> outside = authority.outside(hosts);
        if (!outside.isEmpty()) {
            throw Problems.of(
                    Category.FORBIDDEN, "tls.outside", outside.getFirst().text());
        }
    }

    /** Issues a certificate, and writes down that it did. Refuses names outside: {@code tls.outside}. */
    public synchronized Issued issue(Who who, Authority.Use use, List<Host> names) {
        Authority authority = current().orElseThrow(() -> Problems.of(Category.NOT_FOUND, "tls.no-authority"));
        refuseOutside(authority, names);
        Instant now = clock.instant();
        Issued issued = use == Authority.Use.SERVER
                ? authority.issueServer(names, now, random)
                : authority.issue(use, names, now, random);
        CertificateIssued fact = new CertificateIssued(
                issued.certificate().getSerialNumber().toString(16),
                use,
                names.stream().map(Host::text).toList(),
                issued.end().toString());
        journal.write(JournalFacts.CERTIFICATE.draft(who, fact));
        return issued;
    }

    private int count() {
        int count = 0;
        while (journal.contains(dedupKey(count + 1)).isPresent()) {
            count++;
        }
        return count;
    }

    private Authority read(int number) {
        Receipt where = journal.contains(dedupKey(number)).orElseThrow();
        AuthorityMade fact = JournalFacts.AUTHORITY
                .read(journal.entry(where.position()))
                .orElseThrow(() -> Problems.of(Category.CORRUPT, "tls.authority-altered"));
        byte[] certificate = Base64.getDecoder().decode(fact.certificate());
        try {
            byte[] key = new Sealer(random)
                    .open(wrapping, certificate, Base64.getDecoder().decode(fact.key()));
            List<Host> hosts = fact.hosts().stream()
                    .flatMap(host -> Host.of(host).stream())
                    .toList();
            return Authority.of(certificate, key, hosts);
        } catch (AEADBadTagException altered) {
            throw Problems.of(Category.CORRUPT, "tls.authority-altered", altered);
        }
    }

    private static byte[] dedupKey(int number) {
        return ("journal.authority " + number).getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] encoded(Authority authority) {
        try {
            return authority.certificate().getEncoded();
        } catch (CertificateEncodingException impossible) {
            throw new IllegalStateException("a certificate has no form", impossible);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
