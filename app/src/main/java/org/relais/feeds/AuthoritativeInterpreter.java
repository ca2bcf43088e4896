package org.relais.feeds;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.relais.care.ClinicalFact;
import org.relais.care.ClinicalFact.IdentifierChanged;
import org.relais.care.ClinicalFact.Linked;
import org.relais.care.ClinicalFact.Merged;
import org.relais.care.ClinicalFact.VisitMoved;
import org.relais.care.Interpretation;
import org.relais.care.Interpretation.Reason;
import org.relais.care.Interpreter;
import org.relais.care.wards.Structure;
import org.relais.journal.Entry;
import org.relais.kernel.FeedName;
import org.relais.kernel.RecordKey;

/**
 * What messages say, less what their feed has no authority to say: where the structure names the feeds whose word counts for
 * an authority, a merge, a link, a renaming or a moved stay about its numbers from another feed is a proposal, in
 * quarantine until a human or the right feed says so. Judged by the structure in force when asked: read models, which
 * fold in the order of the journal after the structure, always get the same answer for the same entry.
 */
public final class AuthoritativeInterpreter implements Interpreter {
    /** Why a proposal is in quarantine: the feed, and the authority for whose numbers its word does not count. */
    public static final String PROPOSED = "feeds.reason.not-authoritative";

    private final Interpreter interpreter;
    private final Supplier<List<Structure.Authority>> authorities;

    public AuthoritativeInterpreter(Interpreter interpreter, Supplier<List<Structure.Authority>> authorities) {
        this.interpreter = interpreter;
        this.authorities = authorities;
    }

    @Override
    public Optional<Interpretation> interpret(Entry entry, Depth depth) {
        return interpreter.interpret(entry, depth).map(said -> judged(entry, said));
    }

    @Override
    public int version() {
        return interpreter.version();
    }

    private Interpretation judged(Entry entry, Interpretation said) {
        if (said.facts().stream().allMatch(fact -> named(fact).isEmpty())) {
            return said;
        }
        FeedName feed = ReceivedMessage.read(entry).orElseThrow().origin().feed();
        List<ClinicalFact> facts = new ArrayList<>();
        List<Reason> reasons = new ArrayList<>(said.reasons());
        for (ClinicalFact fact : said.facts()) {
            Optional<RecordKey> beyond =
                    named(fact).stream().filter(record -> !counts(feed, record)).findFirst();
            if (beyond.isEmpty()) {
                facts.add(fact);
            } else {
                reasons.add(
                        new Reason(PROPOSED, List.of(feed.value(), beyond.get().authority())));
            }
        }
        return new Interpretation(
                List.copyOf(facts), said.source(), said.label(), said.sentAt(), List.copyOf(reasons), said.flags());
    }

    /** The records that a fact joins, parts or moves a stay between; none for what only describes. */
    private static List<RecordKey> named(ClinicalFact fact) {
        return switch (fact) {
            case Merged merged -> List.of(merged.record(), merged.absorbed());
            case IdentifierChanged changed -> List.of(changed.record(), changed.former());
            case Linked linked -> List.of(linked.record(), linked.other());
            case VisitMoved moved -> List.of(moved.record(), moved.from());
            default -> List.of();
        };
    }

    /** Whether a feed's word counts for a record's numbers: it is named for them, or nobody is. */
    private boolean counts(FeedName feed, RecordKey record) {
        List<Structure.Authority> named = authorities.get().stream()
                .filter(one -> one.authority().equals(record.authority()))
                .toList();
        return named.isEmpty() || named.stream().anyMatch(one -> one.feed().equals(feed.value()));
    }
}
