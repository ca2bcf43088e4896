package org.relais.web.shell;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.relais.access.Right;

/** A line of the menu, in its fixed order. A verb or page that does not exist yet is absent. */
public enum Section {
    KITS(Group.PREPARE, "/kits", "package", Right.SEE_READINESS),
    PATIENTS(Group.CARE, "/patients", "users", Right.FIND_PATIENTS),
    WARDS(Group.CARE, "/wards", "bed-double", Right.SEE_IDENTITY),
    MATERNITY(Group.CARE, "/maternity/watch", "baby", Right.OPEN_CHARTS),
    BIRTHS(Group.CARE, "/births", "book-open", Right.SEE_BIRTHS),
    IDENTITIES(Group.CARE, "/identities", "key-round", Right.WRITE_IDENTITY),
    LABELS(Group.CARE, "/labels", "tag", Right.PRINT_LABELS),
    FEEDS(Group.NODE, "/feeds", "rss", Right.SEE_FEEDS),
    QUARANTINE(Group.NODE, "/quarantine", "inbox", Right.SEE_QUARANTINE),
    STRUCTURE(Group.NODE, "/structure", "building-2", Right.SEE_STRUCTURE),
    PHONES(Group.NODE, "/phones", "smartphone", Right.KEEP_READY),
    PACKS(Group.NODE, "/packs", "files", Right.PRINT_CHARTS),
    STANDBY(Group.NODE, "/packs/standby", "layout-grid", Right.SEE_READINESS),
    ACCOUNTS(Group.NODE, "/accounts", "user-cog", Right.MANAGE_ACCOUNTS),
    GLASS(Group.NODE, "/glass", "triangle-alert", Right.REVIEW_GLASS),
    WAITS(Group.NODE, "/waits", "lock", Right.UNBLOCK),
    TRACES(Group.NODE, "/traces", "eye", Right.SEE_TRACES),
    SECURITY(Group.NODE, "/security", "shield-check", Right.SEE_SECURITY),
    EMERGENCY(Group.NODE, "/emergency", "octagon-alert", Right.SEE_IDENTITY),
    BACKUP(Group.NODE, "/backup", "hard-drive", Right.BACK_UP),
    RETENTION(Group.NODE, "/retention", "user-x", Right.BACK_UP),
    PRINTERS(Group.NODE, "/printers", "printer", Right.CALIBRATE_PRINTERS),
    STATION(Group.NODE, "/station", "scan-line", null),
    SETTINGS(Group.NODE, "/settings", "settings", null),
    HELP(Group.NODE, "/help", "circle-help", null);

    /** A part of the menu: a verb, or this node. */
    public enum Group {
        PREPARE("p"),
        CARE("s"),
        NODE("");

        private final String go;

        Group(String go) {
            this.go = go;
        }

        /** The key that leads there after {@code g}; empty when none does. */
        public String go() {
            return go;
        }

        public String key() {
            return "menu." + name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    private final Group group;
    private final String path;
    private final String icon;
    private final @Nullable Right right;

    Section(Group group, String path, String icon, @Nullable Right right) {
        this.group = group;
        this.path = path;
        this.icon = icon;
        this.right = right;
    }

    public String path() {
        return path;
    }

    public String icon() {
        return icon;
    }

    public String key() {
        return "menu." + name().toLowerCase(java.util.Locale.ROOT);
    }

    public boolean open(Person person) {
        Right needed = right;
        return needed == null || person.may(needed);
    }

    /** The lines of a group that this person may open. */
    public static List<Section> of(Group group, Person person) {
        return Stream.of(values())
                .filter(section -> section.group == group && section.open(person))
                .toList();
    }
}
