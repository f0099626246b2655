package org.roamledger.house;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;

import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TimeZone;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

/// The rules of the house, for packages below a root: that of the application, or that of the
/// offenders.
record House(String root) {

    /// Java packages of a library, and the packages of ours that alone may use it.
    ///
    /// @param users top-level packages; empty text is the root package
    record Library(String name, List<String> packages, List<String> users) {
        @Override
        public String toString() {
            return name;
        }
    }

    static final List<Library> LIBRARIES =
            List.of(
                    new Library(
                            "databases",
                            List.of("java.sql..", "javax.sql..", "org.sqlite..", "org.h2.."),
                            List.of("store", "sample")),
                    new Library("the HTTP client", List.of("java.net.http.."), List.of("sync")),
                    new Library(
                            "the HTTP server",
                            List.of("com.sun.net.httpserver.."),
                            List.of("sample")),
                    new Library(
                            "the toolkit of the window",
                            List.of(
                                    "javafx..",
                                    "org.controlsfx..",
                                    "impl.org.controlsfx..",
                                    "atlantafx..",
                                    "org.kordamp.ikonli.."),
                            List.of("ui")),
                    new Library("picocli", List.of("picocli.."), List.of("cli", "")),
                    new Library(
                            "the key ring",
                            List.of("com.github.javakeyring.."),
                            List.of("settings")),
                    new Library(
                            "POI",
                            List.of(
                                    "org.apache.poi..",
                                    "org.openxmlformats..",
                                    "org.apache.xmlbeans.."),
                            List.of("importing", "export")),
                    new Library("PDFBox", List.of("org.apache.pdfbox.."), List.of("document")),
                    new Library("FastCSV", List.of("de.siegmar.fastcsv.."), List.of("importing")));

    private static final DescribedPredicate<JavaClass> FLOATING_POINT =
            DescribedPredicate.describe(
                    "double or float",
                    type ->
                            Stream.of(double.class, float.class, Double.class, Float.class)
                                    .anyMatch(type.getBaseComponentType()::isEquivalentTo));

    ArchRule mayKnow(String ours, Set<String> known) {
        var allowed = new ArrayList<String>();
        allowed.add(root + "." + ours + "..");
        known.forEach(other -> allowed.add(root + "." + other + ".."));
        var strange =
                DescribedPredicate.not(
                                JavaClass.Predicates.resideInAnyPackage(
                                        allowed.toArray(String[]::new)))
                        .and(resideInAPackage(root + ".."))
                        .as("another package of ours");
        return noClasses()
                .that()
                .resideInAPackage(root + "." + ours + "..")
                .should()
                .dependOnClassesThat(strange)
                .as("`%s` knows of ours only %s".formatted(ours, known));
    }

    ArchRule keeps(Library library) {
        var users =
                library.users().stream()
                        .map(user -> user.isEmpty() ? root : root + "." + user + "..")
                        .toArray(String[]::new);
        return noClasses()
                .that()
                .resideOutsideOfPackages(users)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(library.packages().toArray(String[]::new))
                .as("only %s may use %s".formatted(library.users(), library.name()));
    }

    ArchRule noCycleOfParts() {
        return slices().matching(root + ".(*)..").should().beFreeOfCycles();
    }

    ArchRule noCycleOfPackages() {
        return slices().matching(root + ".(**)").should().beFreeOfCycles();
    }

    ArchRule featuresDoNotKnowEachOther() {
        return slices().matching(root + ".ui.(*)..")
                .should()
                .notDependOnEachOther()
                .ignoreDependency(resideInAPackage(root + ".ui.shell.."), alwaysTrue())
                .ignoreDependency(alwaysTrue(), resideInAPackage(root + ".ui.base.."))
                .as("features of the window know `ui.base`, and only the shell knows features");
    }

    /// Only the package `ui` itself, where the window is put together, knows what is behind it.
    ArchRule featuresAskTheEngine() {
        return noClasses()
                .that()
                .resideInAPackage(root + ".ui.*..")
                .should()
                .dependOnClassesThat(
                        resideInAPackage(root + "..")
                                .and(
                                        DescribedPredicate.not(
                                                JavaClass.Predicates.resideInAnyPackage(
                                                        root + ".ui..",
                                                        root + ".session..",
                                                        root + ".problem..",
                                                        root + ".report..",
                                                        root + ".views..",
                                                        root + ".wire.mapping..",
                                                        root + ".document..")))
                                .as("what is behind the engine"));
    }

    ArchRule modelsKnowNoScene() {
        return noClasses()
                .that()
                .resideInAPackage(root + ".ui..")
                .and()
                .haveSimpleNameEndingWith("Model")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx.scene..", "javafx.stage..", "org.controlsfx..");
    }

    ArchRule fewTouchTheScreenThread() {
        return noClasses()
                .that()
                .resideInAPackage(root + ".ui..")
                .and(
                        DescribedPredicate.not(
                                isOrIsIn(root + ".ui.Desktop")
                                        .or(isOrIsIn(root + ".ui.App"))
                                        .or(isOrIsIn(root + ".ui.base.Background"))))
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("javafx.application.Platform");
    }

    private static DescribedPredicate<JavaClass> isOrIsIn(String className) {
        return DescribedPredicate.describe(
                className,
                type ->
                        type.getName().equals(className)
                                || type.getName().startsWith(className + "$"));
    }

    /// The root package may ask once, for the language in which the window opens first.
    ArchRule noDefaultZoneOrLocale() {
        return noClasses()
                .that()
                .resideOutsideOfPackage(root)
                .should()
                .callMethod(java.time.ZoneId.class, "systemDefault")
                .orShould()
                .callMethod(java.time.Clock.class, "systemDefaultZone")
                .orShould()
                .callMethod(TimeZone.class, "getDefault")
                .orShould()
                .callMethod(Locale.class, "getDefault")
                .orShould()
                .callMethod(Locale.class, "getDefault", Locale.Category.class);
    }

    ArchRule noStandardStreams() {
        return noClasses()
                .that()
                .resideOutsideOfPackages(root, root + ".cli..")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err");
    }

    ArchRule noPrintedStackTraces() {
        return noClasses()
                .should()
                .callMethodWhere(
                        target(name("printStackTrace"))
                                .and(target(owner(assignableTo(Throwable.class)))));
    }

    /// But POI's document properties take nothing else.
    ArchRule noOldDates() {
        return noClasses()
                .that(DescribedPredicate.not(isOrIsIn(root + ".export.WorkbookFrame")))
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(Date.class, java.util.Calendar.class);
    }

    /// The same seed makes the same sample, so chance is drawn from the seed alone.
    ArchRule noChanceInTheSample() {
        return noClasses()
                .that()
                .resideInAPackage(root + ".sample..")
                .should()
                .callConstructor(Random.class)
                .orShould()
                .callConstructor(SplittableRandom.class)
                .orShould()
                .callMethod(Math.class, "random")
                .orShould()
                .callMethod(ThreadLocalRandom.class, "current");
    }

    ArchRule noFloatingPointFigures() {
        return noFields()
                .that()
                .areDeclaredInClassesThat()
                .resideInAnyPackage(root + ".session..", root + ".report..", root + ".store..")
                .should()
                .haveRawType(FLOATING_POINT);
    }
}
