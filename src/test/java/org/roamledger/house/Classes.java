package org.roamledger.house;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// The compiled classes that the rules are held against.
final class Classes {

    static final String ROOT = "org.roamledger";
    static final String ROOT_OF_OFFENDERS = "org.roamledger.house.offender";

    /// Read once: it takes a second.
    static final JavaClasses OF_THE_APPLICATION =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .withImportOption(new ImportOption.DoNotIncludeJars())
                    .importPackages(ROOT);

    static final JavaClasses OF_OFFENDERS =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.OnlyIncludeTests())
                    .importPackages(ROOT_OF_OFFENDERS);

    private Classes() {}

    /// The packages directly below the root, by simple name: `session`, `ui`.
    static Set<String> topPackages() {
        return OF_THE_APPLICATION.stream()
                .map(JavaClass::getPackageName)
                .filter(name -> name.startsWith(ROOT + "."))
                .map(name -> name.substring(ROOT.length() + 1).replaceFirst("\\..*", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// Whether there is more in a top-level package than its description.
    static boolean hasCode(String topPackage) {
        return OF_THE_APPLICATION.stream()
                .filter(type -> !type.getSimpleName().equals("package-info"))
                .map(JavaClass::getPackageName)
                .anyMatch(name -> (name + ".").startsWith(ROOT + "." + topPackage + "."));
    }
}
