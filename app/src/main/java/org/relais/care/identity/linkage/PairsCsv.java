package org.relais.care.identity.linkage;

import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.relais.care.identity.match.Decision;
import org.relais.care.identity.match.LinkedPairs;

/** Writes the pairs worth a look: {@code id_left,id_right,probability,weight_bits}, probability 0.01 and above. */
public final class PairsCsv {
    private static final int DIGITS = 8;

    private PairsCsv() {}

    /**
     * How many rows were written.
     *
     * @param sure     at 0.9999 and above
     * @param clerical from 0.01 on, and not sure
     */
    public record Written(long sure, long clerical) {}

    /** Writes header and rows; probabilities are cut, not rounded, so that none is lifted over a threshold. */
    public static Written write(PersonList list, LinkedPairs pairs, Writer out) throws IOException {
        out.write("id_left,id_right,probability,weight_bits\n");
        long sure = 0;
        long clerical = 0;
        for (int at = 0; at < pairs.size(); at++) {
            double probability = pairs.probability(at);
            if (probability < Decision.DOUBT) {
                continue;
            }
            sure += probability >= Decision.SURE ? 1 : 0;
            clerical += probability >= Decision.SURE ? 0 : 1;
            out.write(cell(list.id(pairs.left(at)))
                    + ','
                    + cell(list.id(pairs.right(at)))
                    + ','
                    + decimals(probability, DIGITS)
                    + ','
                    + decimals(pairs.bits(at), 2)
                    + '\n');
        }
        return new Written(sure, clerical);
    }

    private static String decimals(double value, int digits) {
        return BigDecimal.valueOf(value).setScale(digits, RoundingMode.DOWN).toPlainString();
    }

    private static String cell(String text) {
        boolean plain =
                text.chars().noneMatch(letter -> letter == ',' || letter == '"' || letter == '\n' || letter == ';');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
