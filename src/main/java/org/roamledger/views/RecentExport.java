package org.roamledger.views;

import java.nio.file.Path;
import java.time.Instant;

/// A file that was exported.
///
/// @param rows sessions in it
/// @param view what was exported, called as the view on the screen was, with the days that it had
///   then
/// @param profile how it was written
public record RecentExport(
        Path file, Instant when, long rows, NamedView view, ExportProfile profile) {}
