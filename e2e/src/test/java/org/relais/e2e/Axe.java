package org.relais.e2e;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What axe finds wrong on a page by WCAG 2.2 AA and good practice. It is asked within the page for nothing but violations:
 * its Java client brings back all that was looked at, through a page of its own, in three times the time. Pages have no
 * frames, so one run sees all of a page.
 */
final class Axe {
    private static final List<String> TAGS =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    private static final String VIOLATIONS = """
            async tags => {
              const asked = {runOnly: {type: 'tag', values: tags}, resultTypes: ['violations']};
              const found = await axe.run(document, asked);
              return found.violations.map(one => one.id + ': ' + one.nodes.map(node => node.html).join(', '));
            }
            """;

    private static final String SOURCE = source();

    private Axe() {}

    /** Each broken rule with the elements that break it; empty when there is none. */
    static List<String> violations(Page page) {
        page.evaluate(SOURCE);
        List<?> found = (List<?>) page.evaluate(VIOLATIONS, TAGS);
        return found.stream().map(String::valueOf).toList();
    }

    private static String source() {
        try (InputStream in = AxeBuilder.class.getResourceAsStream("/axe.min.js")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
