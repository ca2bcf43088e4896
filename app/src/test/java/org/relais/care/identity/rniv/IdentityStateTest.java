package org.relais.care.identity.rniv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.relais.care.identity.rniv.IdentityAttribute.DOUT;
import static org.relais.care.identity.rniv.IdentityAttribute.FICT;
import static org.relais.care.identity.rniv.IdentityAttribute.HOMA;

import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.relais.care.identity.rniv.IdentityState.Act;
import org.relais.kernel.Outcome;
import org.relais.kernel.Problem;

/** Every status with every attribute, and what every act makes of it. */
class IdentityStateTest {
    /** Columns: the state, then what VALIDATE, INVALIDATE, DOUBT, CLEAR_DOUBT, IDENTIFY, MARK and CLEAR_HOMONYM give. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PROV           | VALI       | nothing    | PROV DOUT      | nothing   | nothing   | PROV HOMA      | nothing",
                "PROV HOMA      | VALI HOMA  | nothing    | PROV HOMA DOUT | nothing   | nothing   | nothing        | PROV",
                "PROV DOUT      | doubtful   | nothing    | nothing        | PROV      | nothing   | PROV HOMA DOUT | nothing",
                "PROV HOMA DOUT | doubtful   | nothing    | nothing        | PROV HOMA | nothing   | nothing        | PROV DOUT",
                "PROV FICT      | fictitious | nothing    | fictitious     | nothing   | PROV      | PROV HOMA FICT | nothing",
                "PROV HOMA FICT | fictitious | nothing    | fictitious     | nothing   | PROV HOMA | nothing        | PROV FICT",
                "VALI           | nothing    | PROV       | PROV DOUT      | nothing   | nothing   | VALI HOMA      | nothing",
                "VALI HOMA      | nothing    | PROV HOMA  | PROV HOMA DOUT | nothing   | nothing   | nothing        | VALI",
                "RECUP          | insi       | insi       | PROV DOUT      | nothing   | nothing   | RECUP HOMA     | nothing",
                "RECUP HOMA     | insi       | insi       | PROV HOMA DOUT | nothing   | nothing   | nothing        | RECUP",
                "QUAL           | insi       | insi       | PROV DOUT      | nothing   | nothing   | QUAL HOMA      | nothing",
                "QUAL HOMA      | insi       | insi       | PROV HOMA DOUT | nothing   | nothing   | nothing        | QUAL"
            })
    void everyActOnEveryState(
            String from,
            String validate,
            String invalidate,
            String doubt,
            String clear,
            String identify,
            String mark,
            String unmark) {
        IdentityState state = read(from);
        assertThat(said(state, Act.VALIDATE)).isEqualTo(validate);
        assertThat(said(state, Act.INVALIDATE)).isEqualTo(invalidate);
        assertThat(said(state, Act.DOUBT)).isEqualTo(doubt);
        assertThat(said(state, Act.CLEAR_DOUBT)).isEqualTo(clear);
        assertThat(said(state, Act.IDENTIFY)).isEqualTo(identify);
        assertThat(said(state, Act.MARK_HOMONYM)).isEqualTo(mark);
        assertThat(said(state, Act.CLEAR_HOMONYM)).isEqualTo(unmark);
        assertThat(said(state, Act.RETRIEVE)).isEqualTo("insi");
    }

    @Test
    void theTableAboveHoldsEveryLegalStateAndNoOtherCanBeMade() {
        IdentityAttribute[] attributes = IdentityAttribute.values();
        Set<String> legal = new TreeSet<>();
        for (IdentityStatus status : IdentityStatus.values()) {
            for (int bits = 0; bits < 8; bits++) {
                EnumSet<IdentityAttribute> some = EnumSet.noneOf(IdentityAttribute.class);
                for (int bit = 0; bit < attributes.length; bit++) {
                    if ((bits >> bit & 1) == 1) {
                        some.add(attributes[bit]);
                    }
                }
                if (IdentityState.legal(status, some)) {
                    legal.add(String.join(" ", new IdentityState(status, some).codes()));
                } else {
                    assertThatThrownBy(() -> new IdentityState(status, some))
                            .isInstanceOf(IllegalArgumentException.class);
                }
            }
        }
        assertThat(legal).hasSize(12);
        assertThat(IdentityState.legal(IdentityStatus.VALI, Set.of(DOUT))).isFalse();
        assertThat(IdentityState.legal(IdentityStatus.QUAL, Set.of(FICT))).isFalse();
        assertThat(IdentityState.legal(IdentityStatus.PROV, Set.of(DOUT, FICT))).isFalse();
        assertThat(IdentityState.legal(IdentityStatus.QUAL, Set.of(HOMA))).isTrue();
    }

    @Test
    void nothingEverRaisesAStatusToWhatTheInsiServiceGives() {
        for (IdentityStatus status : IdentityStatus.values()) {
            for (Act act : Act.values()) {
                if (IdentityState.of(status).after(act) instanceof Outcome.Done<IdentityState>(IdentityState after)) {
                    boolean kept = after.status() == status;
                    boolean lowOnly = after.status() == IdentityStatus.PROV || after.status() == IdentityStatus.VALI;
                    assertThat(kept || lowOnly).as(status + " " + act).isTrue();
                }
            }
        }
    }

    private static IdentityState read(String codes) {
        EnumSet<IdentityAttribute> attributes = EnumSet.noneOf(IdentityAttribute.class);
        String[] parts = codes.split(" ");
        for (int at = 1; at < parts.length; at++) {
            attributes.add(IdentityAttribute.valueOf(parts[at]));
        }
        return new IdentityState(IdentityStatus.valueOf(parts[0]), attributes);
    }

    private static String said(IdentityState state, Act act) {
        return switch (state.after(act)) {
            case Outcome.Done<IdentityState>(IdentityState after) -> String.join(" ", after.codes());
            case Outcome.Refused<IdentityState>(Problem problem) ->
                problem.messageKey().replace("refused.status.", "");
        };
    }
}
