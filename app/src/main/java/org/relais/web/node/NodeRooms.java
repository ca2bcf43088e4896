package org.relais.web.node;

import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.relais.access.Trace;
import org.relais.care.wards.Structures;
import org.relais.care.wards.Ward;
import org.relais.care.wards.Wards;
import org.relais.journal.Draft;
import org.relais.journal.Journal;
import org.relais.journal.ReadModels;
import org.relais.journal.Receipt;
import org.relais.kernel.Language;
import org.relais.web.shell.Frame;

/** The rooms that the pages of this node ask. */
public record NodeRooms(
        Journal journal, ReadModels models, Trace trace, Structures structures, Wards wards, InstantSource clock) {
    private static final Duration WAIT = Duration.ofSeconds(2);

    /** Writes a fact, and waits a little until pages show it. */
    Receipt write(Draft draft) {
        Receipt receipt = journal.write(draft);
        folded(receipt);
        return receipt;
    }

    /** Waits a little until pages show what was written. */
    void folded(Receipt receipt) {
        models.await(receipt.position(), WAIT);
    }

    /** What stands beside the button after a form was taken in. */
    String saved(Frame f, Receipt receipt) {
        return f.t("node.saved", f.show().timeToTheSecond(clock.instant()), f.n(receipt.position()));
    }

    /** Every ward's code and name in the language of a page, in the structure's order. */
    List<Choice> wardChoices(Frame f) {
        return models.query(wards::wards).stream()
                .map(ward -> new Choice(ward.code().value(), name(ward, f.language()), false))
                .toList();
    }

    /** Names of wards by code, in the language of a page. */
    Map<String, String> wardNames(Frame f) {
        Map<String, String> names = new HashMap<>();
        wardChoices(f).forEach(ward -> names.put(ward.value(), ward.label()));
        return names;
    }

    /** A ward's name in a language, else in the other, else its code. */
    static String name(Ward ward, Language language) {
        String first = language == Language.FR ? ward.nameFr() : ward.nameEn();
        String second = language == Language.FR ? ward.nameEn() : ward.nameFr();
        if (!first.isBlank()) {
            return first;
        }
        return second.isBlank() ? ward.code().value() : second;
    }
}
