package org.relais.web.node;

import java.util.Collection;
import java.util.List;
import org.relais.access.Account;
import org.relais.access.Trace;
import org.relais.web.shell.Frame;
import org.relais.web.shell.Moment;

/**
 * Who saw what of whom, newest first. Questions of a search are not shown: they hold names.
 *
 * @param path    of this page: every access, or security events only
 * @param total   accesses of the chosen patient or person, or of all
 * @param acts    those that may be asked for
 * @param asked   the form as it was sent
 * @param patient whose accesses, in words; empty for everybody's
 * @param older   address of the next page, or empty
 * @param waiting bris de glace that wait for their review
 * @param problem what is wrong with the form, or empty
 */
public record TracesPage(
        String path,
        List<Row> rows,
        int total,
        List<Choice> acts,
        List<Choice> staff,
        TraceForm asked,
        String patient,
        String older,
        int waiting,
        String problem) {
    /**
     * One access.
     *
     * @param account  whom a login is about, when that is not who did it
     * @param patients those seen, when they are few
     */
    public record Row(
            String position,
            Moment at,
            String who,
            String account,
            String act,
            String what,
            String about,
            List<Seen> patients,
            String count) {}

    /** A patient who was seen: id of her chart, and name and number. */
    public record Seen(String id, String label) {}

    public boolean whole() {
        return path.equals("/traces");
    }

    static List<Choice> acts(Frame f, Collection<Trace.Act> acts, String chosen) {
        return acts.stream()
                .sorted()
                .map(act -> new Choice(
                        act.name(), f.t("access.act." + act.name()), act.name().equals(chosen)))
                .toList();
    }

    static List<Choice> staff(List<Account> accounts, String chosen) {
        return accounts.stream()
                .map(account -> new Choice(
                        account.id().hex(),
                        account.name() + " (" + account.login() + ")",
                        account.id().hex().equals(chosen)))
                .toList();
    }
}
