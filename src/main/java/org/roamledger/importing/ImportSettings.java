package org.roamledger.importing;

import org.jspecify.annotations.Nullable;
import org.roamledger.report.ReportParameters;
import org.roamledger.session.Network;
import org.roamledger.wire.mapping.TableMapping;
import org.roamledger.wire.table.TableContext;

import java.time.ZoneId;

/// What the user says about files that do not say it themselves.
///
/// @param network of the sessions that name none
/// @param organisation owner of the stations of sessions that name none
/// @param zone of local times whose column names none; without it [ReportParameters#USUAL_ZONE]
/// @param mapping by which tables are read, whatever is remembered of their layout
public record ImportSettings(
        @Nullable Network network,
        @Nullable String organisation,
        @Nullable ZoneId zone,
        @Nullable TableMapping mapping) {

    /// Without a mapping.
    public ImportSettings(
            @Nullable Network network, @Nullable String organisation, @Nullable ZoneId zone) {
        this(network, organisation, zone, null);
    }

    /// Says nothing.
    public static final ImportSettings NONE = new ImportSettings(null, null, null);

    TableContext tableContext() {
        return new TableContext(
                network, organisation, zone == null ? ReportParameters.USUAL_ZONE : zone);
    }
}
