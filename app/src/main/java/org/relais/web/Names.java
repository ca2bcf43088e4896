package org.relais.web;

import java.util.function.Function;
import org.relais.access.Account;
import org.relais.access.Accounts;
import org.relais.kernel.StaffId;
import org.relais.kernel.Who;

/** Tells who made a fact: her name, or which part of Relais. */
final class Names implements Function<Who, String> {
    private static final int ID_DIGITS = 8;

    private final Accounts accounts;

    Names(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public String apply(Who who) {
        return switch (who) {
            case Who.Staff(StaffId id) ->
                accounts.byId(id).map(Account::name).orElse(id.hex().substring(0, ID_DIGITS));
            case Who.Operator() -> "CLI";
            case Who.Machine() -> "Relais";
        };
    }
}
