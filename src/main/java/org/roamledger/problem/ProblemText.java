package org.roamledger.problem;

import java.text.MessageFormat;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/// The words for each [Problem], in one language: what happened, where, and what to do.
public final class ProblemText {

    /// Read the same everywhere.
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT);

    private final Locale locale;
    private final ResourceBundle words;
    private final DetailWords details;

    private ProblemText(Locale locale) {
        this.locale = locale;
        words = words(locale);
        details = new DetailWords(words, locale);
    }

    static ResourceBundle words(Locale locale) {
        return ResourceBundle.getBundle(
                "org.roamledger.problem.messages",
                locale,
                // The language that was asked for, else English; never that of the workstation.
                ResourceBundle.Control.getNoFallbackControl(
                        ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    public static ProblemText of(Locale locale) {
        return new ProblemText(locale);
    }

    /// One or a few sentences for a user.
    public String say(Problem problem) {
        return switch (problem) {
            case Problem.ServerUnreachable(var url, var detail) ->
                    fill(problem, url, details.say(detail));
            case Problem.ProxyRefused(var proxy, var detail) ->
                    fill(problem, proxy, details.say(detail));
            case Problem.CertificateNotTrusted(var url, var reason, var fingerprint) ->
                    fill(problem, url, details.say(reason), fingerprint);
            case Problem.NoSecureConnection(var url, var detail) ->
                    fill(problem, url, details.say(detail));
            case Problem.ClientCertificateRefused(var url, var detail) ->
                    fill(problem, url, details.say(detail));
            case Problem.CertificateUnreadable(var file, var detail) ->
                    fill(problem, file, details.say(detail));
            case Problem.ServerTooSlow(var url, var waited) ->
                    fill(problem, url, waited.toSeconds());
            case Problem.TokenRefused(var url, var status) -> fill(problem, url, status);
            case Problem.ServerRefused(var url, var status) -> fill(problem, url, status);
            case Problem.OcpiError(var url, var status, var message) ->
                    fill(problem, url, status, message);
            case Problem.OicpError(var url, var code, var message) ->
                    fill(problem, url, code, message);
            case Problem.WebPageInsteadOfData(var url) -> fill(problem, url);
            case Problem.UnreadableAnswer(var url, var detail) ->
                    fill(problem, url, details.say(detail));
            case Problem.AnswerTooLarge(var url, var limit) -> fill(problem, url, limit >> 20);
            case Problem.RedirectElsewhere(var url, var target) -> fill(problem, url, target);
            case Problem.NoMutualVersion(var url, var offered) -> fill(problem, url, list(offered));
            case Problem.ModuleMissing(var source, var module) -> fill(problem, source, module);
            case Problem.SyncIncomplete(var source, var received, var expected) ->
                    fill(problem, source, received, expected);
            case Problem.RecordsTwice(var source, var count) -> fill(problem, source, count);
            case Problem.RecordsOfTheFuture(var source, var count) -> fill(problem, source, count);
            case Problem.ClockDiffers(var source, var minutes) -> fill(problem, source, minutes);
            case Problem.GoneUpstream(var source, var count, var first) ->
                    fill(problem, source, count, list(first));
            case Problem.LastSyncFailed(var source, var name) -> fill(problem, source, name);
            case Problem.BadUrl(var url) -> fill(problem, url);
            case Problem.SourceUnknown(var name, var known) -> fill(problem, name, list(known));
            case Problem.SourceOfFiles(var name) -> fill(problem, name);
            case Problem.SourceExists(var name) -> fill(problem, name);
            case Problem.NoSources() -> fill(problem);
            case Problem.TokenMissing(var source) -> fill(problem, source);
            case Problem.SecretsLocked(var file, var detail) ->
                    fill(problem, file, details.say(detail));
            case Problem.TokenFileUnreadable(var file) -> fill(problem, file);
            case Problem.FileMissing(var file) -> fill(problem, file);
            case Problem.FileUnreadable(var file, var detail) ->
                    fill(problem, file, details.say(detail));
            case Problem.FormatUnknown(var file) -> fill(problem, file);
            case Problem.NotAWorkbook(var file) -> fill(problem, file);
            case Problem.ColumnsMissing(var file, var columns, var found) ->
                    fill(problem, file, list(columns), list(found));
            case Problem.MappingNeeded(var file, var questions) ->
                    fill(problem, file, list(questions.stream().map(this::question).toList()));
            case Problem.MappingUnusable(var mapping, var place, var detail) ->
                    fill(problem, mapping, details.say(place), details.say(detail));
            case Problem.PolicyUnusable(var file, var place, var detail) ->
                    fill(problem, file, place, details.say(detail));
            case Problem.ViewUnusable(var view, var place, var detail) ->
                    fill(problem, view, details.say(place), details.say(detail));
            case Problem.MappingUnknown(var name, var known) -> fill(problem, name, list(known));
            case Problem.ProbablyCutOff(var file, var rows) -> fill(problem, file, rows);
            case Problem.MappingAdvised(var file, var export) -> fill(problem, file, export);
            case Problem.FileCutOff(var file, var records) -> fill(problem, file, records);
            case Problem.FileNotWritable(var file, var detail) ->
                    fill(problem, file, details.say(detail));
            case Problem.PrintingFailed(var printer, var detail) ->
                    fill(problem, printer, details.say(detail));
            case Problem.TooManySessionsOnPaper(var sessions, var most) ->
                    fill(problem, sessions, most);
            case Problem.LogoTooLarge(var file, var most) -> fill(problem, file, most);
            case Problem.LogoUnreadable(var file, var detail) ->
                    fill(problem, file, details.say(detail));
            case Problem.SettlementFormatUnknown(var file) -> fill(problem, file);
            case Problem.DiskFull(var file) -> fill(problem, file);
            case Problem.FolderMissing(var folder) -> fill(problem, folder);
            case Problem.FileInUse(var file) -> fill(problem, file);
            case Problem.PathTooLong(var file) -> fill(problem, file);
            case Problem.StoreNotOpened(var file, var detail) ->
                    fill(problem, file, details.say(detail));
            case Problem.StoreReadOnly(var file) -> fill(problem, file);
            case Problem.StoreNotAStore(var file) -> fill(problem, file);
            case Problem.StoreDamaged(var file, var detail) ->
                    fill(problem, file, details.say(detail));
            case Problem.StoreBusy(var file) -> fill(problem, file);
            case Problem.StoreInUse(var file) -> fill(problem, file);
            case Problem.NoBackup(var file) -> fill(problem, file);
            case Problem.StoreOnNetwork(var file, var type) -> fill(problem, file, type);
            case Problem.StoreInSyncedFolder(var file, var folder) -> fill(problem, file, folder);
            case Problem.StoreRebuilt(var file, var aside, var backup) ->
                    fill(problem, file, aside, time(backup));
            case Problem.StoreStartedAnew(var file, var aside) -> fill(problem, file, aside);
            case Problem.StoreNewer(var file, var store, var known) ->
                    fill(problem, file, store, known);
            case Problem.EngineTooOld(var found, var needed) -> fill(problem, found, needed);
            case Problem.BadDate(var text) -> fill(problem, text);
            case Problem.BadZone(var text) -> fill(problem, text);
            case Problem.BadMonth(var text) -> fill(problem, text);
            case Problem.BadNetworkRule(var text) -> fill(problem, text);
            case Problem.BadParty(var text) -> fill(problem, text);
            case Problem.BadProxy() -> fill(problem);
            case Problem.EmptyPeriod(var from, var to) -> fill(problem, from, to);
            case Problem.ColumnUnknown(var key, var known) -> fill(problem, key, list(known));
            case Problem.OrganisationUnknown(var name, var known) ->
                    fill(problem, name, list(known));
            case Problem.OrganisationExists(var name) -> fill(problem, name);
            case Problem.OrganisationCycle(var name, var parent) -> fill(problem, name, parent);
            case Problem.ViewExists(var name) -> fill(problem, name);
            case Problem.ViewChangedElsewhere(var name) -> fill(problem, name);
            case Problem.ExportFormatUnknown(var file) -> fill(problem, file);
            case Problem.ExportProfileUnknown(var name, var known) ->
                    fill(problem, name, list(known));
            case Problem.PortTaken(var port) -> fill(problem, String.valueOf(port));
            case Problem.Cancelled() -> fill(problem);
            case Problem.Unexpected(var reference, _) -> fill(problem, reference);
        };
    }

    /// A question of [Problem.MappingNeeded], as the part of a sentence.
    public String question(String key) {
        var words = "mappingNeeded." + key;
        return this.words.containsKey(words) ? this.words.getString(words) : key;
    }

    private String fill(Problem problem, Object... values) {
        return new MessageFormat(words.getString(problem.key()), locale).format(values);
    }

    private static String time(Instant time) {
        return time.truncatedTo(ChronoUnit.MINUTES).atOffset(ZoneOffset.UTC).format(TIME);
    }

    private String list(List<String> values) {
        return values.isEmpty() ? words.getString("none") : String.join(", ", values);
    }
}
