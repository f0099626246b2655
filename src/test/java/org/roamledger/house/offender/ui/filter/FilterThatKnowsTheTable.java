package org.roamledger.house.offender.ui.filter;

import org.roamledger.house.offender.ui.report.TableThatKnowsTheFilter;

public record FilterThatKnowsTheTable(TableThatKnowsTheFilter table) {}
