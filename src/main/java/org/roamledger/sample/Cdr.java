package org.roamledger.sample;

import org.jspecify.annotations.Nullable;

/// A charge detail record as it stands in the database. Times are seconds of the epoch, money is in
/// ten-thousandths of the currency of the plug's operator.
///
/// @param connector number of the plug
/// @param partyCountry country of the customer's provider
/// @param party party id of the customer's provider
/// @param sessionId the transaction, unless it is unknown
/// @param chargedUntil when the energy stopped flowing
/// @param energy tenths of a watt-hour, never negative
/// @param net cost without VAT
/// @param gross cost with VAT, unless it is unknown
/// @param vat rate in the tariff, in tenths of a percent, unless the tariff has none
/// @param hasTariff whether the tariff is sent along
/// @param credits the record that this one takes back
/// @param session whether the transaction is told by this record first
record Cdr(
        String id,
        int connector,
        String network,
        String partyCountry,
        String party,
        String tokenUid,
        String tokenType,
        String contractId,
        String authMethod,
        @Nullable String sessionId,
        long started,
        long chargedUntil,
        long ended,
        long energy,
        long net,
        @Nullable Long gross,
        @Nullable Integer vat,
        boolean hasTariff,
        String currency,
        @Nullable String credits,
        boolean session,
        long lastUpdated) {}
