package org.roamledger.problem;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// Everything a user can be told when something goes wrong. The words are in [ProblemText].
///
/// A record's name in lower camel case is the problem's name in summaries: never rename one.
public sealed interface Problem {

    // Sources and their servers

    /// No connection to the server.
    record ServerUnreachable(String url, String detail) implements Problem {}

    /// No whole answer within the time allowed.
    record ServerTooSlow(String url, Duration waited) implements Problem {}

    /// HTTP 401 or 403, or an OCPI status that says the token is not known.
    record TokenRefused(String url, int httpStatus) implements Problem {}

    /// An HTTP status that is no answer, after all tries.
    record ServerRefused(String url, int httpStatus) implements Problem {}

    /// HTTP 200 with an OCPI status code of 2000 or more.
    record OcpiError(String url, int ocpiStatus, String message) implements Problem {}

    /// A web page where JSON was expected: a wrong URL, a captive portal or a proxy.
    record WebPageInsteadOfData(String url) implements Problem {}

    /// An answer that ends too early or is no OCPI answer.
    record UnreadableAnswer(String url, String detail) implements Problem {}

    /// An answer of more bytes than a page may have.
    record AnswerTooLarge(String url, long limitBytes) implements Problem {}

    /// The server sends the client to another origin, where the token must not go.
    record RedirectElsewhere(String url, String target) implements Problem {}

    /// No OCPI version that both sides speak.
    record NoMutualVersion(String url, List<String> offered) implements Problem {}

    /// The token does not see a module that the report needs.
    record ModuleMissing(String source, String module) implements Problem {}

    /// Fewer records arrived than the server counts, after all tries. The cursor was not moved.
    record SyncIncomplete(String source, long received, long expected) implements Problem {}

    /// An earlier sync of a source failed.
    ///
    /// @param problem name of the problem it ended with
    record LastSyncFailed(String source, String problem) implements Problem {}

    /// The URL is not an http or https address.
    record BadUrl(String url) implements Problem {}

    record SourceUnknown(String name, List<String> known) implements Problem {}

    /// A sync was asked for where there is no server: imported files.
    record SourceOfFiles(String name) implements Problem {}

    record SourceExists(String name) implements Problem {}

    record NoSources() implements Problem {}

    /// The token of a source is not there any more.
    record TokenMissing(String source) implements Problem {}

    record TokenFileUnreadable(Path file) implements Problem {}

    // Files that are read

    record FileMissing(Path file) implements Problem {}

    record FileUnreadable(Path file, String detail) implements Problem {}

    /// Neither a table nor OCPI records.
    record FormatUnknown(Path file) implements Problem {}

    /// The name says XLSX, the content is something else.
    record NotAWorkbook(Path file) implements Problem {}

    /// The header line lacks columns without which no session can be read.
    record ColumnsMissing(Path file, List<String> columns, List<String> found) implements Problem {}

    /// The titles of a table leave open what has to be known before anything can be read.
    ///
    /// @param questions keys of words: `ENERGY_UNIT`
    record MappingNeeded(Path file, List<String> questions) implements Problem {}

    /// A mapping that cannot be used.
    ///
    /// @param mapping its file or name
    /// @param place where in it: `columns[3].unit`
    record MappingUnusable(String mapping, String place, String detail) implements Problem {}

    record MappingUnknown(String name, List<String> known) implements Problem {}

    /// A warning: a table with as many rows as portals export at most.
    record ProbablyCutOff(Path file, long rows) implements Problem {}

    /// A warning: a known export was read by its titles alone.
    ///
    /// @param export as people know it
    record MappingAdvised(Path file, String export) implements Problem {}

    /// The file ends in the middle of a record. What was whole before is kept.
    record FileCutOff(Path file, long recordsRead) implements Problem {}

    // Files that are written

    record FileNotWritable(Path file, String detail) implements Problem {}

    record DiskFull(Path file) implements Problem {}

    record FolderMissing(Path folder) implements Problem {}

    // The store

    record StoreNotOpened(Path file, String detail) implements Problem {}

    record StoreReadOnly(Path file) implements Problem {}

    record StoreNotAStore(Path file) implements Problem {}

    record StoreDamaged(Path file, String detail) implements Problem {}

    record StoreBusy(Path file) implements Problem {}

    /// Written by a newer version of the application.
    record StoreNewer(Path file, int storeVersion, int knownVersion) implements Problem {}

    /// The database engine has a known fault that can lose data.
    record EngineTooOld(String found, String needed) implements Problem {}

    // What a person typed

    record BadDate(String text) implements Problem {}

    record BadZone(String text) implements Problem {}

    record EmptyPeriod(String from, String to) implements Problem {}

    record ColumnUnknown(String column, List<String> known) implements Problem {}

    record OrganisationUnknown(String name, List<String> known) implements Problem {}

    record ExportFormatUnknown(Path file) implements Problem {}

    record PortTaken(int port) implements Problem {}

    // The rest

    /// The user stopped it. What was acknowledged before is kept.
    record Cancelled() implements Problem {}

    /// A fault of the application itself.
    ///
    /// @param reference under which it stands in the log
    record Unexpected(String reference, @Nullable String detail) implements Problem {}

    /// The name used in summaries and for its words: `tokenRefused`.
    default String key() {
        var name = getClass().getSimpleName();
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }
}
