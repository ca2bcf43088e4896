package org.relais.web.care;

import org.relais.care.labels.LabelKind;
import org.relais.paper.SheetFormat;
import org.relais.upkeep.printers.Printer;

/** What a form of labels begins with: a first time, the admission set; a newborn, her bands; else nothing. */
final class LabelDefaults {
    private static final int USUAL_LABELS = 24;
    private final LabelRooms rooms;

    LabelDefaults(LabelRooms rooms) {
        this.rooms = rooms;
    }

    LabelsForm form(LabelRooms.Whom whom) {
        Printer first = rooms.printers().list().stream().findFirst().orElse(Printer.USUAL);
        boolean newborn = rooms.bands(whom).newborn();
        boolean again = rooms.book().positions(whom.ids()).length > 0;
        SheetFormat sheet = first.sheet();
        int labels = again ? 0 : sheet == null ? USUAL_LABELS : sheet.labels();
        boolean bands = first.loaded().prints(newborn ? LabelKind.NEWBORN_BAND : LabelKind.BAND) && !again;
        return new LabelsForm(
                whom.patient().id().hex(),
                bands && !newborn ? "1" : "0",
                "0",
                bands && newborn ? "2" : "0",
                Integer.toString(labels / 2),
                Integer.toString(labels - labels / 2),
                first.id(),
                "0",
                "",
                "",
                "",
                "",
                newborn ? rooms.motherNumber(whom.patient()).orElse("") : "");
    }
}
