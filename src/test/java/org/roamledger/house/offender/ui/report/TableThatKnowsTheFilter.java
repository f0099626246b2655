package org.roamledger.house.offender.ui.report;

import org.roamledger.house.offender.ui.filter.FilterThatKnowsTheTable;

public record TableThatKnowsTheFilter(FilterThatKnowsTheTable filter) {}
