package org.relais.web.node;

import java.util.List;

/**
 * The export of a whole journal, by two people.
 *
 * @param directory where exports are written
 * @param typed     the second person's login as typed; her badge is not kept
 * @param files     what was exported and still lies there, the latest first
 */
public record ExportPage(String directory, String typed, List<FormError> errors, List<String> files) {}
