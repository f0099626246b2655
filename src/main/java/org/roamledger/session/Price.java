package org.roamledger.session;

import org.jspecify.annotations.Nullable;

/// What a session costs. Each part may be missing; missing is never zero.
///
/// @param gross the total, VAT included
/// @param vatRate the percentage applied
/// @param vat the VAT contained in `gross`
/// @param currency ISO 4217 code, upper case
public record Price(
        @Nullable Amount gross,
        @Nullable VatRate vatRate,
        @Nullable Amount vat,
        @Nullable String currency) {

    public static final Price MISSING = new Price(null, null, null, null);

    /// The price taken back: money negative or zero, the rate unchanged.
    public Price credited() {
        return new Price(
                gross == null ? null : gross.credited(),
                vatRate,
                vat == null ? null : vat.credited(),
                currency);
    }
}
