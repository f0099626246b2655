package org.roamledger.document;

import java.util.Locale;

/// How a person wants a settlement document.
///
/// @param language of texts and figures; English if documents are not written in it
/// @param withSessions whether the sessions behind the sums are listed at the end
public record DocumentOptions(Locale language, boolean withSessions) {}
