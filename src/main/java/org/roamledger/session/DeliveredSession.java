package org.roamledger.session;

/// A session together with the message it was read from.
public record DeliveredSession(ChargingSession session, RawMessage raw) {}
