package org.relais.cli;

import java.nio.file.Path;
import org.relais.access.People;
import org.relais.access.Trace;
import org.relais.care.chart.Charts;
import org.relais.care.identity.Patients;
import org.relais.care.wards.Wards;
import org.relais.command.Crisis;
import org.relais.feeds.FileImport;
import org.relais.feeds.Quarantine;
import org.relais.feeds.RawExport;
import org.relais.journal.DataDirectory;
import org.relais.journal.ReadModels;

/**
 * The rooms of an open node, as commands need them.
 *
 * @param data the open data directory, which owns the journal
 */
public record Rooms(
        Path path,
        DataDirectory data,
        ReadModels models,
        Patients patients,
        Charts charts,
        Wards wards,
        Crisis crisis,
        FileImport imports,
        RawExport rawExport,
        Quarantine quarantine,
        People people,
        Trace trace) {}
