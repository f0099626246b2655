package org.roamledger.house.offender.store;

import org.roamledger.house.offender.session.SessionThatKnowsTheStore;

public record StoreThatKnowsTheSession(SessionThatKnowsTheStore session) {}
