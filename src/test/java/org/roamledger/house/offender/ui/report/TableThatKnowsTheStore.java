package org.roamledger.house.offender.ui.report;

import org.roamledger.house.offender.store.StoreThatKnowsTheSession;

record TableThatKnowsTheStore(StoreThatKnowsTheSession store) {}
