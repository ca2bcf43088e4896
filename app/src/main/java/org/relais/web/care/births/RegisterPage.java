package org.relais.web.care.births;

import java.util.List;
import org.relais.web.care.PatientsPage;

/**
 * The register of deliveries, and the search that leads to a mother.
 *
 * @param found who fits what was asked
 */
public record RegisterPage(PatientsPage found, List<Row> rows) {

    /**
     * One child.
     *
     * @param id     of the newborn; empty when its record is no longer known
     * @param mother a word in a secret birth
     * @param doubted one person says that it was written by mistake
     * @param struck written by mistake
     */
    public record Row(
            String id,
            String number,
            String at,
            String name,
            String downtime,
            String sex,
            String rank,
            String issue,
            String mother,
            String matching,
            boolean doubted,
            boolean struck) {}
}
