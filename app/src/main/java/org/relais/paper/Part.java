package org.relais.paper;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of pages under one title.
 *
 * @param place   ward or hospital, under the title
 * @param subject whose sheets they are, or null
 * @param banded  true when the page has a patient's band even if it is about nobody yet: to be filled in by hand
 */
record Part(Sheet sheet, String place, @Nullable Whose subject, boolean banded, Consumer<Flow> body) {}
