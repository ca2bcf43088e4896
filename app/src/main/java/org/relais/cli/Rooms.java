package org.relais.cli;

import java.util.function.Supplier;
import org.relais.access.AccountImport;
import org.relais.access.Accounts;
import org.relais.access.BadgeDesk;
import org.relais.access.People;
import org.relais.access.Trace;
import org.relais.care.chart.Charts;
import org.relais.care.wards.Wards;
import org.relais.command.Crisis;
import org.relais.feeds.FeedRooms;
import org.relais.feeds.FileImport;
import org.relais.feeds.Quarantine;
import org.relais.feeds.RawExport;
import org.relais.journal.DataDirectory;
import org.relais.journal.ReadModels;
import org.relais.paper.PackSource;
import org.relais.upkeep.Upkeep;

/**
 * The rooms of an open node, as commands need them.
 *
 * @param data  the open data directory, which owns the journal
 * @param wards   the wards, and the patients in them
 * @param imports a fresh import for each call
 * @param feeds   what comes in: how it stands and how it is set up
 */
public record Rooms(
        DataDirectory data,
        ReadModels models,
        Charts charts,
        Wards wards,
        Crisis crisis,
        Supplier<FileImport> imports,
        RawExport rawExport,
        Quarantine quarantine,
        Accounts accounts,
        People people,
        Staffing staffing,
        PackSource packs,
        FeedRooms feeds,
        Trace trace,
        Upkeep upkeep) {

    /** Badges, and accounts by the file. */
    public record Staffing(BadgeDesk badges, AccountImport imports) {}
}
