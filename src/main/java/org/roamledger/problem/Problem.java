package org.roamledger.problem;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Everything a user can be told when something goes wrong. The words are in [ProblemText].
///
/// A record's name in lower camel case is the problem's name in summaries: never rename one.
public sealed interface Problem {

    // Sources and their servers

    /// No connection to the server.
    record ServerUnreachable(String url, String detail) implements Problem {}

    /// The proxy did not let a request through.
    ///
    /// @param proxy its host and port
    record ProxyRefused(String proxy, String detail) implements Problem {}

    /// The server's certificate is not one to be believed. The token was not sent.
    ///
    /// @param fingerprint SHA-256 of the certificate, as it is shown elsewhere: `AB:CD:...`
    record CertificateNotTrusted(String url, String reason, String fingerprint)
            implements Problem {}

    /// No TLS with the server, for another reason than its certificate.
    record NoSecureConnection(String url, String detail) implements Problem {}

    /// The server wants a client certificate, or another one.
    record ClientCertificateRefused(String url, String detail) implements Problem {}

    /// A file of certificates that cannot be used: authorities as PEM, or a client certificate as
    /// PKCS#12.
    record CertificateUnreadable(Path file, String detail) implements Problem {}

    /// No whole answer within the time allowed.
    record ServerTooSlow(String url, Duration waited) implements Problem {}

    /// HTTP 401 or 403, or an OCPI status that says the token is not known.
    record TokenRefused(String url, int httpStatus) implements Problem {}

    /// An HTTP status that is no answer, after all tries.
    record ServerRefused(String url, int httpStatus) implements Problem {}

    /// HTTP 200 with an OCPI status code of 2000 or more.
    record OcpiError(String url, int ocpiStatus, String message) implements Problem {}

    /// HTTP 200 with an OICP status code that is not 000.
    record OicpError(String url, String code, String message) implements Problem {}

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

    /// A back office has records of one id more than once; the last one counts.
    record RecordsTwice(String source, long count) implements Problem {}

    /// A back office says of records that they were updated in the future.
    record RecordsOfTheFuture(String source, long count) implements Problem {}

    /// The workstation's clock and the server's differ.
    ///
    /// @param minutes by which the workstation is ahead, negative if it is behind
    record ClockDiffers(String source, long minutes) implements Problem {}

    /// A back office does not have sessions any more that it delivered before. They stay.
    ///
    /// @param first ids of some of them
    record GoneUpstream(String source, int count, List<String> first) implements Problem {}

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

    /// Tokens and passwords are there, but cannot be decrypted.
    record SecretsLocked(Path file, String detail) implements Problem {}

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

    /// The file of an administrator's policy that cannot be used.
    ///
    /// @param place where in it: `sources[0].url`; empty for the whole file
    record PolicyUnusable(Path file, String place, String detail) implements Problem {}

    /// A file of a view that cannot be used.
    ///
    /// @param place where in it: `conditions[3].between`
    record ViewUnusable(String view, String place, String detail) implements Problem {}

    record MappingUnknown(String name, List<String> known) implements Problem {}

    /// A warning: a table with as many rows as portals export at most.
    record ProbablyCutOff(Path file, long rows) implements Problem {}

    /// A warning: a file was taken for the export of a portal without being asked.
    ///
    /// @param export as people know it
    record MappingAdvised(Path file, String export) implements Problem {}

    /// The file ends in the middle of a record. What was whole before is kept.
    record FileCutOff(Path file, long recordsRead) implements Problem {}

    // Files that are written

    record FileNotWritable(Path file, String detail) implements Problem {}

    /// @param printer its name
    record PrintingFailed(String printer, String detail) implements Problem {}

    /// More sessions than are listed in a document.
    record TooManySessionsOnPaper(int sessions, int most) implements Problem {}

    /// A logo of more kilobytes than are kept.
    record LogoTooLarge(Path file, int mostKilobytes) implements Problem {}

    /// A logo that is no picture.
    record LogoUnreadable(Path file, String detail) implements Problem {}

    /// A settlement is to be written in a format that it is not written in.
    record SettlementFormatUnknown(Path file) implements Problem {}

    record DiskFull(Path file) implements Problem {}

    record FolderMissing(Path folder) implements Problem {}

    /// Another program holds the file, as Excel does with a workbook that it shows.
    record FileInUse(Path file) implements Problem {}

    /// The name, or the whole path, is longer than the system can take.
    record PathTooLong(Path file) implements Problem {}

    // The store

    record StoreNotOpened(Path file, String detail) implements Problem {}

    record StoreReadOnly(Path file) implements Problem {}

    record StoreNotAStore(Path file) implements Problem {}

    record StoreDamaged(Path file, String detail) implements Problem {}

    record StoreBusy(Path file) implements Problem {}

    /// A window has the store open, and does not answer.
    record StoreInUse(Path file) implements Problem {}

    /// There is no backup of the store.
    record NoBackup(Path file) implements Problem {}

    /// A warning: the store stands on a network share.
    ///
    /// @param type the file system
    record StoreOnNetwork(Path file, String type) implements Problem {}

    /// A warning: the store stands in a folder that a program copies to other computers.
    ///
    /// @param folder its name
    record StoreInSyncedFolder(Path file, String folder) implements Problem {}

    /// A warning: a backup was put in the place of a damaged store.
    ///
    /// @param aside where the damaged file is kept
    record StoreRebuilt(Path file, Path aside, Instant backup) implements Problem {}

    /// A warning: no backup was sound, so an empty store was put in the place of a damaged one.
    ///
    /// @param aside where the damaged file is kept
    record StoreStartedAnew(Path file, Path aside) implements Problem {}

    /// Written by a newer version of the application.
    record StoreNewer(Path file, int storeVersion, int knownVersion) implements Problem {}

    /// The database engine has a known fault that can lose data.
    record EngineTooOld(String found, String needed) implements Problem {}

    // What a person typed

    record BadDate(String text) implements Problem {}

    record BadZone(String text) implements Problem {}

    record BadMonth(String text) implements Problem {}

    /// No rule that tells the network of sessions.
    record BadNetworkRule(String text) implements Problem {}

    /// No party: two letters of country and three characters.
    record BadParty(String text) implements Problem {}

    /// Neither `none`, `system` nor a host and port. Without the text, which may hold a password.
    record BadProxy() implements Problem {}

    record EmptyPeriod(String from, String to) implements Problem {}

    record ColumnUnknown(String column, List<String> known) implements Problem {}

    record OrganisationUnknown(String name, List<String> known) implements Problem {}

    /// Another organisation has that name.
    record OrganisationExists(String name) implements Problem {}

    /// An organisation cannot belong to itself, nor to one that belongs to it.
    record OrganisationCycle(String name, String parent) implements Problem {}

    /// Another view has that name.
    record ViewExists(String name) implements Problem {}

    /// A saved view was changed or deleted by another window since it was opened here.
    record ViewChangedElsewhere(String name) implements Problem {}

    record ExportFormatUnknown(Path file) implements Problem {}

    record ExportProfileUnknown(String name, List<String> known) implements Problem {}

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
