package io.carryon.profile;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The floors: what each package may know of the others. A package that is not listed does not exist. */
class ArchitectureTest {

    private static final String BASE = "io.carryon.profile.";

    private static final Map<String, Set<String>> MAY_KNOW = Map.of(
            "operations", Set.of(),
            "documents", Set.of(),
            "problem", Set.of("documents"),
            "events", Set.of("documents", "operations"),
            "identity", Set.of("documents", "problem"),
            "history", Set.of("documents", "problem", "events", "identity"),
            "card", Set.of("identity", "history"),
            "recognition", Set.of("documents", "events", "identity", "history", "card"));

    private static final JavaClasses SERVICE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.carryon.profile");

    static Stream<String> packages() {
        return MAY_KNOW.keySet().stream();
    }

    @Test
    void thePackagesAreTheListedOnes() {
        var found = SERVICE.stream()
                .map(JavaClass::getPackageName)
                .map(name -> name.substring(BASE.length()))
                .collect(Collectors.toSet());

        assertThat(found).isEqualTo(MAY_KNOW.keySet());
    }

    @ParameterizedTest
    @MethodSource("packages")
    void aPackageKnowsOnlyTheFloorsBelowIt(String name) {
        var forbidden = MAY_KNOW.keySet().stream()
                .filter(other -> !other.equals(name) && !MAY_KNOW.get(name).contains(other))
                .map(other -> BASE + other)
                .toArray(String[]::new);

        noClasses()
                .that()
                .resideInAPackage(BASE + name)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(forbidden)
                .check(SERVICE);
    }

    @Test
    void thereAreNoCircles() {
        slices().matching("io.carryon.profile.(*)").should().beFreeOfCycles().check(SERVICE);
    }

    @Test
    void onlyTheDocumentsPackageSpeaksToTheDatabase() {
        noClasses()
                .that()
                .resideOutsideOfPackages(BASE + "documents", BASE + "problem")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.mongodb..")
                .check(SERVICE);
    }

    @Test
    void aConsumerOpensOnOneUseCase() {
        classes()
                .that()
                .haveSimpleNameEndingWith("Consumer")
                .should()
                .onlyDependOnClassesThat(new com.tngtech.archunit.base.DescribedPredicate<>("are no stores") {
                    @Override
                    public boolean test(JavaClass known) {
                        return !known.getSimpleName().endsWith("Store")
                                && !known.getSimpleName().equals("Documents");
                    }
                })
                .check(SERVICE);
    }

    @Test
    void nothingIsInjectedIntoFieldsAndOldDatesAreNotUsed() {
        noFields().should().beAnnotatedWith(Inject.class).check(SERVICE);
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.Date")
                .check(SERVICE);
    }
}
