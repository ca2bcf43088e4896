package org.relais.wiring;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.relais.journal.crypto.Authority;
import org.relais.journal.crypto.Host;
import org.relais.journal.crypto.Issued;
import org.relais.kernel.Who;

/**
 * The certificate that this node shows to other machines: issued afresh at each start and well before its end, its key never
 * on a disk.
 */
final class SiteCertificate {
    /** How long before its end it is replaced. */
    static final Duration EARLY = Duration.ofDays(60);

    private final House house;
    private final List<Host> names;
    private final InstantSource clock;
    private @Nullable Issued issued;

    private SiteCertificate(House house, List<Host> names, InstantSource clock) {
        this.house = house;
        this.names = names;
        this.clock = clock;
    }

    /** For these names; where no authority is, one is made for them. None given: those of the authority that is there. */
    static SiteCertificate of(House house, List<Host> names, InstantSource clock) {
        Authority authority = house.data()
                .authority()
                .covering(
                        new Who.Machine(),
                        "Relais " + house.data().journal().node().hex().substring(0, 8),
                        names);
        return new SiteCertificate(house, names.isEmpty() ? authority.hosts() : names, clock);
    }

    /** What requests may name this node by. */
    List<String> hostNames() {
        return names.stream().map(Host::inUrl).toList();
    }

    Host first() {
        return names.getFirst();
    }

    /** The one in force. */
    synchronized Issued current() {
        if (issued == null) {
            issued = house.data().authority().issue(new Who.Machine(), Authority.Use.SERVER, names);
        }
        return Objects.requireNonNull(issued);
    }

    /** Replaces it when its end is near. @return whether it was */
    synchronized boolean renew() {
        if (issued != null && clock.instant().isBefore(issued.end().minus(EARLY))) {
            return false;
        }
        issued = null;
        current();
        return true;
    }
}
