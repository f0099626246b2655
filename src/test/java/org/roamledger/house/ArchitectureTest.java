package org.roamledger.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;

import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Who may know whom, and what nobody may do. Who knows whom is written once, in the table of
/// docs/architecture.md.
///
/// Slow, so that it does not run again where only locale and zone are others.
@Tag("slow")
class ArchitectureTest {

    private static final Path PAGE = Path.of("docs", "architecture.md");
    private static final House OURS = new House(Classes.ROOT);
    private static final House OFFENDERS = new House(Classes.ROOT_OF_OFFENDERS);

    private static Map<String, Set<String>> knownByPackage() throws IOException {
        var known = new TreeMap<String, Set<String>>();
        for (var row : MarkdownTable.in(PAGE, "package").rows()) {
            known.put(
                    MarkdownTable.codeIn(row.getFirst()).getFirst(),
                    new TreeSet<>(MarkdownTable.codeIn(row.getLast())));
        }
        return known;
    }

    private static Stream<Arguments> packages() throws IOException {
        return knownByPackage().entrySet().stream()
                .map(entry -> arguments(entry.getKey(), entry.getValue()));
    }

    private static Stream<Arguments> permissions() throws IOException {
        return knownByPackage().entrySet().stream()
                .flatMap(
                        entry ->
                                entry.getValue().stream()
                                        .map(
                                                other ->
                                                        arguments(
                                                                entry.getKey(),
                                                                entry.getValue(),
                                                                other)));
    }

    private static List<String> violations(ArchRule rule, JavaClasses classes) {
        return rule.evaluate(classes).getFailureReport().getDetails();
    }

    private static void isRedFor(ArchRule rule, String... offenders) {
        var violations = violations(rule, Classes.OF_OFFENDERS);
        for (var offender : offenders) {
            assertThat(violations).anyMatch(violation -> violation.contains(offender));
        }
    }

    @Test
    void thePageNamesAllPackagesAndNoOthers() throws IOException {
        assertThat(knownByPackage().keySet()).isEqualTo(Classes.topPackages());
    }

    @ParameterizedTest
    @MethodSource("packages")
    void aPackageKnowsOnlyWhatThePageSays(String ours, Set<String> known) {
        OURS.mayKnow(ours, known).check(Classes.OF_THE_APPLICATION);
    }

    @ParameterizedTest
    @MethodSource("permissions")
    void noPermissionOfThePageIsIdle(String ours, Set<String> known, String other) {
        var fewer = new HashSet<>(known);
        fewer.remove(other);
        assertThat(violations(OURS.mayKnow(ours, fewer), Classes.OF_THE_APPLICATION)).isNotEmpty();
    }

    @Test
    void aSessionThatKnowsTheStoreIsFound() {
        isRedFor(OFFENDERS.mayKnow("session", Set.of()), "SessionThatKnowsTheStore");
    }

    @ParameterizedTest
    @FieldSource("org.roamledger.house.House#LIBRARIES")
    void aLibraryStaysInItsPackages(House.Library library) {
        OURS.keeps(library).check(Classes.OF_THE_APPLICATION);
    }

    @ParameterizedTest
    @FieldSource("org.roamledger.house.House#LIBRARIES")
    void aLibraryThatLeavesItsPackagesIsFound(House.Library library) {
        var offender =
                switch (library.name()) {
                    case "databases" -> "ReportThatAsksTheDatabase";
                    case "the HTTP client" -> "ReportThatCallsTheServer";
                    case "the HTTP server" -> "ReportThatAnswers";
                    case "the toolkit of the window" -> "ReportThatDraws";
                    case "picocli" -> "ReportThatIsACommand";
                    case "the key ring" -> "ReportThatAsksTheKeyRing";
                    case "POI" -> "ReportThatWritesWorkbooks";
                    case "PDFBox" -> "ReportThatMakesDocuments";
                    case "FastCSV" -> "ReportThatWritesCsv";
                    default -> "no offender for " + library;
                };
        isRedFor(OFFENDERS.keeps(library), offender);
    }

    private static Stream<Arguments> otherRules() {
        return Stream.of(
                arguments("no cycle of parts", OURS.noCycleOfParts()),
                arguments("no cycle of packages", OURS.noCycleOfPackages()),
                arguments("features apart", OURS.featuresDoNotKnowEachOther()),
                arguments("the engine as border", OURS.featuresAskTheEngine()),
                arguments("models without scene", OURS.modelsKnowNoScene()),
                arguments("screen thread", OURS.fewTouchTheScreenThread()),
                arguments("default zone and locale", OURS.noDefaultZoneOrLocale()),
                arguments("standard streams", OURS.noStandardStreams()),
                arguments("stack traces", OURS.noPrintedStackTraces()),
                arguments("old dates", OURS.noOldDates()),
                arguments("chance in the sample", OURS.noChanceInTheSample()),
                arguments("floating point", OURS.noFloatingPointFigures()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("otherRules")
    void theApplicationKeepsTheRule(String name, ArchRule rule) {
        rule.as(name + ": " + rule.getDescription()).check(Classes.OF_THE_APPLICATION);
    }

    @Test
    void aCycleOfPartsIsFound() {
        isRedFor(OFFENDERS.noCycleOfParts(), "Slice session", "Slice store");
    }

    @Test
    void aCycleWithinOnePartIsFound() {
        isRedFor(OFFENDERS.noCycleOfPackages(), "Slice ui.filter", "Slice ui.report");
    }

    @Test
    void aFeatureThatKnowsAnotherIsFound() {
        isRedFor(OFFENDERS.featuresDoNotKnowEachOther(), "FilterThatKnowsTheTable");
    }

    @Test
    void aFeatureThatGoesToTheStoreByItselfIsFound() {
        isRedFor(OFFENDERS.featuresAskTheEngine(), "TableThatKnowsTheStore");
    }

    @Test
    void aModelThatHoldsANodeIsFound() {
        isRedFor(OFFENDERS.modelsKnowNoScene(), "NodeHoldingModel");
    }

    @Test
    void aFeatureThatGoesToTheScreenThreadByItselfIsFound() {
        isRedFor(OFFENDERS.fewTouchTheScreenThread(), "FilterThatTouchesThePlatform");
    }

    @Test
    void askingForTheZoneOrLocaleOfTheComputerIsFound() {
        isRedFor(
                OFFENDERS.noDefaultZoneOrLocale(),
                "ZoneId.systemDefault()",
                "Clock.systemDefaultZone()",
                "TimeZone.getDefault()",
                "Locale.getDefault()",
                "Locale.getDefault(java.util.Locale$Category)");
    }

    @Test
    void printingIsFound() {
        isRedFor(OFFENDERS.noStandardStreams(), "System.out", "System.err");
    }

    @Test
    void aPrintedStackTraceIsFound() {
        isRedFor(OFFENDERS.noPrintedStackTraces(), "PrintsStackTraces");
    }

    @Test
    void anOldDateIsFound() {
        isRedFor(OFFENDERS.noOldDates(), "KeepsOldDates.date", "KeepsOldDates.calendar");
    }

    @Test
    void chanceInTheSampleIsFound() {
        isRedFor(
                OFFENDERS.noChanceInTheSample(),
                "java.util.Random.<init>()",
                "java.util.SplittableRandom.<init>()",
                "Math.random()",
                "ThreadLocalRandom.current()");
    }

    @Test
    void aFigureInFloatingPointIsFound() {
        isRedFor(
                OFFENDERS.noFloatingPointFigures(),
                "PriceInFloatingPoint.asDouble",
                "PriceInFloatingPoint.asFloat",
                "PriceInFloatingPoint.boxed",
                "PriceInFloatingPoint.inRow");
    }

    private static List<String> unmarked(JavaClasses classes) {
        var packages =
                classes.stream().map(JavaClass::getPackage).distinct().collect(Collectors.toList());
        var unmarked = new ArrayList<String>();
        for (var each : packages) {
            if (!each.isAnnotatedWith(NullMarked.class)) {
                unmarked.add(each.getName());
            }
        }
        return unmarked;
    }

    @Test
    void everyPackageIsNullMarked() {
        assertThat(unmarked(Classes.OF_THE_APPLICATION)).isEmpty();
    }

    @Test
    void aPackageThatIsNotNullMarkedIsFound() {
        assertThat(unmarked(Classes.OF_OFFENDERS)).contains("org.roamledger.house.offender.habit");
    }
}
