package org.relais.web.care;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.relais.care.chart.DocumentContent.Block;
import org.relais.web.shell.Moment;

/**
 * A document received: its header, and its text, or the way to open what is not text.
 *
 * @param state   in words; empty while it stands
 * @param subject whom the document itself names, or empty
 * @param heading as the document says it, or empty
 * @param blocks  its text, empty for what is not text
 * @param file    address of the PDF or picture, or empty
 * @param why     in words, why nothing is shown; or empty
 * @param print   address of the printed copy of its text, or empty
 */
public record DocumentPage(
        ChartBanner banner,
        String title,
        String detail,
        String state,
        @Nullable Moment when,
        String source,
        String subject,
        String heading,
        List<Block> blocks,
        String file,
        String why,
        String print) {}
