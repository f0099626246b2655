package org.roamledger.sync;

import java.time.YearMonth;

/// How much of a back office is read.
public sealed interface SyncScope {

    /// What is new or changed since the last sync, and what may have come late.
    record News() implements SyncScope {}

    /// Everything from the beginning. Tells which sessions are gone.
    record Everything() implements SyncScope {}

    /// What was updated since the month began, before it is closed. Tells which of its sessions are
    /// gone.
    record Month(YearMonth month) implements SyncScope {}

    /// As the history of a source has it: `news`, `everything`, or a month as `2026-10`.
    default String text() {
        return switch (this) {
            case News _ -> "news";
            case Everything _ -> "everything";
            case Month(var month) -> month.toString();
        };
    }
}
