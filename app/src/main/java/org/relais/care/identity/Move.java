package org.relais.care.identity;

import java.util.stream.Stream;
import org.relais.care.ClinicalFact.Moved;
import org.relais.kernel.Identifier;

/**
 * A movement as it came.
 *
 * @param position the entry that says it
 * @param said     what it says
 */
public record Move(long position, Moved said) {
    /** The numbers of its visit and of its account, those that are said. */
    Stream<Identifier> numbers() {
        return Stream.concat(Stream.ofNullable(said.visit()), Stream.ofNullable(said.account()));
    }

    /** Whether it is of the visit or the account of a number. */
    boolean isOf(Identifier number) {
        return numbers().anyMatch(number::sameNumber);
    }
}
