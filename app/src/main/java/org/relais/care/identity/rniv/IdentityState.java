package org.relais.care.identity.rniv;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.relais.kernel.Outcome;
import org.relais.kernel.Problem;

/**
 * A status with its attributes, and what each act makes of it while the INSi service can not be reached.
 *
 * @param attributes DOUT and FICT only with PROV, and never both: what is made up is not doubtful
 */
public record IdentityState(IdentityStatus status, Set<IdentityAttribute> attributes) {
    /** What may be done to the state of an identity. */
    public enum Act {
        /** A document of high confidence was checked. */
        VALIDATE,
        /** The check turns out to be none: wrong document, wrong person. */
        INVALIDATE,
        DOUBT,
        CLEAR_DOUBT,
        /** The traits that were made up give way to hers. */
        IDENTIFY,
        MARK_HOMONYM,
        CLEAR_HOMONYM,
        /** To ask the INSi service. */
        RETRIEVE
    }

    public IdentityState {
        attributes = attributes.isEmpty() ? Set.of() : Set.copyOf(attributes);
        if (!legal(status, attributes)) {
            throw new IllegalArgumentException("no such state of an identity");
        }
    }

    public static IdentityState of(IdentityStatus status, IdentityAttribute... attributes) {
        return new IdentityState(status, Set.of(attributes));
    }

    /** The state that codes stand for; PROV when they stand for none, or for what may not be. */
    public static IdentityState read(List<String> codes) {
        IdentityStatus status = IdentityStatus.PROV;
        Set<IdentityAttribute> attributes = EnumSet.noneOf(IdentityAttribute.class);
        for (String code : codes) {
            for (IdentityStatus one : IdentityStatus.values()) {
                status = one.name().equals(code) ? one : status;
            }
            for (IdentityAttribute one : IdentityAttribute.values()) {
                if (one.name().equals(code)) {
                    attributes.add(one);
                }
            }
        }
        return legal(status, attributes) ? new IdentityState(status, attributes) : of(status);
    }

    /** Whether a status may have these attributes. */
    public static boolean legal(IdentityStatus status, Set<IdentityAttribute> attributes) {
        boolean doubtful = attributes.contains(IdentityAttribute.DOUT);
        boolean fictitious = attributes.contains(IdentityAttribute.FICT);
        return (!doubtful && !fictitious) || (status == IdentityStatus.PROV && !(doubtful && fictitious));
    }

    public boolean has(IdentityAttribute attribute) {
        return attributes.contains(attribute);
    }

    /** Status then attributes, as HL7 v2 PID-32 writes them. */
    public List<String> codes() {
        List<String> codes = new ArrayList<>(List.of(status.name()));
        attributes.stream().sorted().map(Enum::name).forEach(codes::add);
        return List.copyOf(codes);
    }

    /**
     * The state after an act. Nothing raises a status to RECUP or QUAL, and what another system qualified is only ever
     * put in doubt here.
     *
     * @return {@code refused.status.insi}, {@code refused.status.fictitious}, {@code refused.status.doubtful},
     *     {@code refused.status.nothing} when the act would change nothing
     */
    public Outcome<IdentityState> after(Act act) {
        return switch (act) {
            case VALIDATE -> validated();
            case INVALIDATE -> status == IdentityStatus.VALI ? to(IdentityStatus.PROV, attributes) : unchanged();
            case DOUBT -> doubted();
            case CLEAR_DOUBT -> dropping(IdentityAttribute.DOUT);
            case IDENTIFY -> dropping(IdentityAttribute.FICT);
            case MARK_HOMONYM ->
                has(IdentityAttribute.HOMA)
                        ? refused("refused.status.nothing")
                        : to(status, with(IdentityAttribute.HOMA));
            case CLEAR_HOMONYM -> dropping(IdentityAttribute.HOMA);
            case RETRIEVE -> refused("refused.status.insi");
        };
    }

    private Outcome<IdentityState> validated() {
        return switch (status) {
            case RECUP, QUAL -> refused("refused.status.insi");
            case VALI -> refused("refused.status.nothing");
            case PROV -> {
                if (has(IdentityAttribute.FICT)) {
                    yield refused("refused.status.fictitious");
                }
                yield has(IdentityAttribute.DOUT)
                        ? refused("refused.status.doubtful")
                        : to(IdentityStatus.VALI, attributes);
            }
        };
    }

    /** What another system qualified or retrieved is not this one's to take back; a check never made is none. */
    private Outcome<IdentityState> unchanged() {
        boolean elsewhere = status == IdentityStatus.QUAL || status == IdentityStatus.RECUP;
        return refused(elsewhere ? "refused.status.insi" : "refused.status.nothing");
    }

    private Outcome<IdentityState> doubted() {
        if (has(IdentityAttribute.FICT)) {
            return refused("refused.status.fictitious");
        }
        return has(IdentityAttribute.DOUT)
                ? refused("refused.status.nothing")
                : to(IdentityStatus.PROV, with(IdentityAttribute.DOUT));
    }

    private Outcome<IdentityState> dropping(IdentityAttribute attribute) {
        if (!has(attribute)) {
            return refused("refused.status.nothing");
        }
        Set<IdentityAttribute> left = EnumSet.copyOf(attributes);
        left.remove(attribute);
        return to(status, left);
    }

    private Set<IdentityAttribute> with(IdentityAttribute attribute) {
        Set<IdentityAttribute> more = EnumSet.of(attribute);
        more.addAll(attributes);
        return more;
    }

    private static Outcome<IdentityState> to(IdentityStatus status, Set<IdentityAttribute> attributes) {
        return Outcome.done(new IdentityState(status, attributes));
    }

    private static Outcome<IdentityState> refused(String key) {
        return Outcome.refused(Problem.of(Problem.Category.CONFLICT, key));
    }
}
