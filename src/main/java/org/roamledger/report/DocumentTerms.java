package org.roamledger.report;

/// What is agreed once for all settlement documents.
public record DocumentTerms(Letterhead letterhead, RoundingRules rounding) {

    /// No letterhead, and amounts as they are.
    public static final DocumentTerms NONE = new DocumentTerms(Letterhead.NONE, RoundingRules.NONE);

    public DocumentTerms with(Letterhead changed) {
        return new DocumentTerms(changed, rounding);
    }

    public DocumentTerms with(RoundingRules changed) {
        return new DocumentTerms(letterhead, changed);
    }
}
