package org.relais.web.node;

import java.util.List;
import java.util.Map;
import org.relais.access.phones.Phone;
import org.relais.web.shell.Frame;
import org.relais.web.shell.Moment;

/**
 * The phones of the wards, and the form that connects one.
 *
 * @param address where phones find this node; empty when it answers on loopback only
 * @param wards   to choose from
 * @param label   as typed
 */
public record PhonesPage(
        String address, List<Row> rows, List<Choice> wards, String label, String saved, List<FormError> errors) {
    /**
     * One phone.
     *
     * @param state key of what it is: {@code paired}, {@code over}, {@code revoked}
     */
    public record Row(String id, String label, String ward, String by, Moment since, String until, String state) {
        public boolean paired() {
            return state.equals("paired");
        }
    }

    static Row row(Frame f, Phone phone, String by, Map<String, String> wards) {
        String state = phone.revoked() ? "revoked" : phone.active(f.show().now()) ? "paired" : "over";
        return new Row(
                phone.id(),
                phone.label(),
                wards.getOrDefault(phone.ward(), phone.ward()),
                by,
                f.show().moment(phone.since()),
                f.show().dateTime(phone.until()),
                state);
    }

    /** How many are paired. */
    public int paired() {
        return (int) rows.stream().filter(Row::paired).count();
    }

    PhonesPage saved(String text) {
        return new PhonesPage(address, rows, wards, label, text, errors);
    }

    PhonesPage wrong(String typed, FormError error) {
        return new PhonesPage(address, rows, wards, typed, saved, List.of(error));
    }
}
