package io.carryon.profile;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
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

    /** Where what a customer is and what happened is kept; resources and consumers stand above. */
    private static final String[] GROUND = {BASE + "documents", BASE + "identity", BASE + "history"};

    private static final Map<String, Set<String>> MAY_KNOW = Map.ofEntries(
            Map.entry("operations", Set.of()),
            Map.entry("documents", Set.of()),
            Map.entry("problem", Set.of("documents")),
            Map.entry("events", Set.of("documents", "operations")),
            Map.entry("identity", Set.of("documents")),
            Map.entry("history", Set.of("documents", "identity")),
            Map.entry("matching", Set.of("identity")),
            Map.entry("acts", Set.of("documents", "events", "problem")),
            Map.entry("merge", Set.of("documents", "events", "problem", "identity", "history", "acts")),
            Map.entry("suggestion", Set.of("documents", "problem", "identity", "matching", "acts", "merge")),
            Map.entry(
                    "privacy",
                    Set.of("documents", "problem", "identity", "history", "matching", "acts", "merge", "suggestion")),
            Map.entry("lookup", Set.of("problem", "identity")),
            Map.entry("timeline", Set.of("problem", "identity", "history")),
            Map.entry("followup", Set.of("documents", "events", "identity", "history")),
            Map.entry("preferences", Set.of("problem", "identity")),
            Map.entry("recognition.question", Set.of()),
            Map.entry("card", Set.of("documents", "problem", "identity", "history", "recognition.question")),
            Map.entry("recognition.reading", Set.of()),
            Map.entry("recognition.meaning", Set.of()),
            Map.entry("recognition.linking", Set.of("recognition.reading", "recognition.meaning")),
            Map.entry("recognition.memory", Set.of("documents", "recognition.reading")),
            Map.entry(
                    "recognition.training",
                    Set.of(
                            "documents",
                            "problem",
                            "identity",
                            "history",
                            "recognition.reading",
                            "recognition.meaning",
                            "recognition.linking")),
            Map.entry(
                    "recognition.answer",
                    Set.of("documents", "events", "problem", "identity", "history", "acts", "recognition.training")),
            Map.entry(
                    "recognition",
                    Set.of(
                            "documents",
                            "events",
                            "identity",
                            "history",
                            "card",
                            "matching",
                            "suggestion",
                            "recognition.question",
                            "recognition.reading",
                            "recognition.meaning",
                            "recognition.linking",
                            "recognition.memory",
                            "recognition.training",
                            "recognition.answer",
                            "problem")));

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
    void theGroundFloorHasNoDoors() {
        noClasses()
                .that()
                .resideInAnyPackage(GROUND)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "jakarta.ws.rs..",
                        "org.jboss.resteasy..",
                        "org.apache.kafka..",
                        "io.smallrye.reactive..",
                        "org.eclipse.microprofile.reactive..")
                .check(SERVICE);
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
                .onlyDependOnClassesThat(new DescribedPredicate<>("are no stores") {
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
