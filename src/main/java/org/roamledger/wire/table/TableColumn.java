package org.roamledger.wire.table;

import org.jspecify.annotations.Nullable;
import org.roamledger.session.ReportColumn;

import java.time.ZoneId;

/// One column of a file that was recognised, and what its header says beyond the name.
///
/// @param position counted from 0
/// @param header as it stands in the file
/// @param column what it holds
/// @param wattHourShift how far to move the decimal point to get watt-hours: 0 for Wh, 3 for kWh, 6
///   for MWh
/// @param zone zone of its local times, if the header names one
/// @param currency of its amounts, if the header names one
record TableColumn(
        int position,
        String header,
        ReportColumn column,
        int wattHourShift,
        @Nullable ZoneId zone,
        @Nullable String currency) {}
