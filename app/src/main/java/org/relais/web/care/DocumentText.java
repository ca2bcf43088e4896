package org.relais.web.care;

import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.relais.access.Right;
import org.relais.care.chart.Chart;
import org.relais.care.chart.DocumentContent.Block;
import org.relais.care.chart.DocumentContent.Pdf;
import org.relais.care.chart.DocumentContent.Picture;
import org.relais.care.chart.DocumentContent.Reading;
import org.relais.care.chart.DocumentContent.Unshown;
import org.relais.care.chart.Documents;
import org.relais.kernel.PartialTime;
import org.relais.web.shell.Frame;
import org.relais.web.shell.Moment;

/** Makes a {@link DocumentPage} from a document that was opened. */
final class DocumentText {
    private final Frame f;
    private final Documents.Opened opened;

    DocumentText(Frame f, Documents.Opened opened) {
        this.f = f;
        this.opened = opened;
    }

    private record Body(String subject, String heading, List<Block> blocks, String file, String why, String print) {}

    /** @param address of what goes with this page: {@code file}, {@code print.pdf} */
    DocumentPage page(ChartBanner banner, UnaryOperator<String> address) {
        Chart.Document document = opened.document();
        Body body = body(address);
        PartialTime written = document.writtenAt();
        @Nullable Moment when = written == null ? null : f.show().moment(written);
        String key = "document.status." + document.status();
        String status = f.texts().has(key) ? f.t(key) : document.status();
        return new DocumentPage(
                banner,
                document.title().display(),
                ChartSheet.joined(document.author(), status),
                document.stands() ? "" : f.t("document." + document.state()),
                when,
                document.source().system(),
                body.subject,
                body.heading,
                body.blocks,
                body.file,
                body.why,
                body.print);
    }

    private Body body(UnaryOperator<String> address) {
        return switch (opened.content()) {
            case Reading(String title, String subject, List<Block> blocks) -> {
                boolean prints = f.may(Right.PRINT_CHARTS);
                yield new Body(subject, title, blocks, "", "", prints ? address.apply("print.pdf") : "");
            }
            case Pdf _, Picture _ -> new Body("", "", List.of(), address.apply("file"), "", "");
            case Unshown(var why, int bytes) ->
                new Body("", "", List.of(), "", f.t("document.unshown." + why, f.n(bytes)), "");
        };
    }
}
