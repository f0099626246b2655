package org.roamledger.house.offender.session;

import org.roamledger.house.offender.store.StoreThatKnowsTheSession;

public record SessionThatKnowsTheStore(StoreThatKnowsTheSession store) {}
