package org.relais.web.shell;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.relais.command.CrisisState;
import org.relais.kernel.Mode;
import org.relais.kernel.NodeId;

/**
 * What the banner of every page tells, at one moment.
 *
 * @param lastHeard when the last message of a feed was recorded, or null when none ever was
 * @param ready     false while read models are still being rebuilt
 * @param writing   false once an I/O error has stopped writing
 * @param silent    names of feeds that have been silent for longer than they may
 * @param lost      when the last entry that is left was recorded, where entries after it are missing and nobody has taken note
 *                  of it; else null
 * @param late      how much must be put right about standby packs and backups
 */
public record Situation(
        Mode mode,
        NodeId node,
        CrisisState crisis,
        Instant now,
        @Nullable Instant lastHeard,
        boolean ready,
        boolean writing,
        @Nullable Instant lost,
        List<String> silent,
        int late) {}
