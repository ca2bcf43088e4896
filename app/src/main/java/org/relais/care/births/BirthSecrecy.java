package org.relais.care.births;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.relais.care.births.BirthFact.Renamed;
import org.relais.care.identity.desk.IdentityFact.Guarded;
import org.relais.care.identity.rniv.CodeName;
import org.relais.journal.Journal;
import org.relais.journal.ReadModels;
import org.relais.journal.Receipt;
import org.relais.kernel.Outcome;
import org.relais.kernel.Who;

/**
 * Secrecy that a mother asks for once her children are written: it takes her name from them too. Those of one delivery bear one
 * code-name.
 */
record BirthSecrecy(Journal journal, ReadModels models, BirthDesk.Rooms rooms) {

    Outcome<Receipt> guard(Who who, Guarded asked) {
        return rooms.identities().guard(who, asked).then(receipt -> {
            Receipt last = receipt;
            Map<String, CodeName> names = new HashMap<>();
            for (Birth child : asked.on() && asked.kind().withheld() ? children(asked) : List.<Birth>of()) {
                CodeName name = names.computeIfAbsent(
                        child.delivery(), _ -> rooms.identities().freeName());
                last = renamed(who, asked, child, name).orElse(last);
            }
            return Outcome.done(last);
        });
    }

    private List<Birth> children(Guarded asked) {
        return models.query(() -> rooms.patients()
                .byRecord(asked.record().key())
                .map(mother -> rooms.book().childrenOf(rooms.patients().records(mother.id())))
                .orElse(List.of()));
    }

    private Optional<Receipt> renamed(Who who, Guarded asked, Birth child, CodeName name) {
        return rooms.identities().hideNewborn(who, asked, child.child(), name).map(_ -> {
            Renamed fact = new Renamed(child.number(), child.at(), child.issue(), asked.told());
            Receipt receipt = journal.write(
                    BirthFact.RENAMED.draft(who, fact).about(child.child().hex()));
            models.await(receipt.position(), BirthDesk.FOLDED);
            return receipt;
        });
    }
}
