package io.carryon.ticketing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.inject.Inject;
import java.util.Date;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Who may know whom: what is not named here is forbidden. */
class ArchitectureTest {

    private static final String BASE = "io.carryon.ticketing.";

    private static final Map<String, Set<String>> MAY_USE = Map.of(
            "ticket", Set.of("storage"),
            "problem", Set.of(),
            "operations", Set.of("ticket", "problem"),
            "outbox", Set.of("ticket", "operations", "storage"),
            "inbox", Set.of("operations", "problem", "storage"),
            "routing", Set.of("settings", "ticket", "calendar", "operations", "problem", "storage"),
            "conversation",
                    Set.of("participants", "ticket", "wording", "outbox", "inbox", "operations", "problem", "storage"),
            "intake",
                    Set.of(
                            "ticket",
                            "conversation",
                            "participants",
                            "staff",
                            "linking",
                            "customers",
                            "calls",
                            "routing",
                            "workflow",
                            "structure",
                            "outbox",
                            "problem",
                            "inbox"),
            "desk",
                    Set.of(
                            "access",
                            "stream",
                            "ticket",
                            "conversation",
                            "participants",
                            "customers",
                            "acts",
                            "callbacks",
                            "promises",
                            "sla",
                            "routing",
                            "workflow",
                            "structure",
                            "fields",
                            "understanding",
                            "outbox",
                            "operations",
                            "problem"),
            "search", Set.of("access", "ticket", "operations", "problem", "storage"));

    private static final Map<String, Set<String>> AND = Map.of(
            "storage", Set.of(),
            "facts", Set.of("ticket", "outbox", "storage"),
            "reports", Set.of("operations", "problem", "storage"),
            "agents", Set.of("routing", "operations", "problem", "storage"),
            "callbacks", Set.of("access", "ticket", "outbox", "operations", "problem", "storage"),
            "calls",
                    Set.of(
                            "access",
                            "ticket",
                            "agents",
                            "callbacks",
                            "stream",
                            "outbox",
                            "inbox",
                            "operations",
                            "problem",
                            "storage"),
            "stream", Set.of("access", "agents", "outbox", "operations", "problem", "ticket"),
            "customers",
                    Set.of(
                            "ticket",
                            "conversation",
                            "participants",
                            "linking",
                            "calls",
                            "deadletters",
                            "outbox",
                            "inbox",
                            "storage"),
            "linking",
                    Set.of(
                            "access",
                            "ticket",
                            "facts",
                            "agents",
                            "callbacks",
                            "conversation",
                            "outbox",
                            "inbox",
                            "storage"),
            "deadletters", Set.of("inbox", "outbox", "operations", "problem", "storage"));

    private static final Map<String, Set<String>> WORK = Map.of(
            "fields", Set.of("settings", "ticket", "workflow", "routing", "outbox", "operations", "problem", "storage"),
            "views", Set.of("search", "inbox", "operations", "problem", "storage"),
            "work", Set.of("ticket", "inbox", "outbox", "operations", "problem", "storage"),
            "workflow", Set.of("settings", "ticket", "routing", "outbox", "operations", "problem", "storage"),
            "structure",
                    Set.of(
                            "access",
                            "ticket",
                            "conversation",
                            "customers",
                            "linking",
                            "outbox",
                            "inbox",
                            "operations",
                            "problem",
                            "storage"));
    private static final Map<String, Set<String>> GIVING = Map.of(
            "staff", Set.of("settings", "ticket", "agents", "routing", "operations", "problem", "storage"),
            "handover",
                    Set.of(
                            "access",
                            "ticket",
                            "staff",
                            "agents",
                            "routing",
                            "stream",
                            "inbox",
                            "outbox",
                            "operations",
                            "problem",
                            "storage"),
            "assignment",
                    Set.of(
                            "access",
                            "stream",
                            "ticket",
                            "staff",
                            "agents",
                            "routing",
                            "calendar",
                            "sla",
                            "desk",
                            "inbox",
                            "outbox",
                            "operations",
                            "problem",
                            "storage"));
    private static final Map<String, Set<String>> WAITING = Map.of(
            "calendar", Set.of("settings", "operations", "problem", "storage"),
            "promises", Set.of("ticket", "sla", "stream", "outbox", "operations", "problem", "storage"),
            "sla",
                    Set.of(
                            "settings",
                            "ticket",
                            "calendar",
                            "routing",
                            "stream",
                            "outbox",
                            "operations",
                            "problem",
                            "storage"));

    private static final Map<String, Set<String>> PRODUCT = Map.of(
            "settings", Set.of("operations", "storage"),
            "access", Set.of("routing", "settings", "operations", "problem", "storage"),
            "audit", Set.of("access", "operations", "problem", "storage"),
            "limits", Set.of("operations", "problem"),
            "presence", Set.of("ticket", "stream", "operations", "problem", "storage"),
            "chat", Set.of("ticket", "conversation", "stream", "operations", "storage"),
            "webhooks", Set.of("ticket", "settings", "inbox", "outbox", "operations", "problem", "storage"));

    private static final Map<String, Set<String>> LISTENING = Map.of(
            "wording", Set.of(),
            "acts", Set.of("ticket", "conversation", "workflow", "stream", "outbox", "inbox", "storage"),
            "participants", Set.of("ticket", "storage"),
            "letters",
                    Set.of(
                            "settings",
                            "ticket",
                            "wording",
                            "composing",
                            "conversation",
                            "routing",
                            "operations",
                            "problem",
                            "storage"),
            "drafts", Set.of("ticket", "outbox", "inbox", "operations", "problem", "storage"),
            "mentions",
                    Set.of("access", "ticket", "conversation", "stream", "outbox", "operations", "problem", "storage"),
            "canned",
                    Set.of(
                            "settings",
                            "ticket",
                            "wording",
                            "composing",
                            "conversation",
                            "fields",
                            "workflow",
                            "outbox",
                            "inbox",
                            "operations",
                            "problem",
                            "storage"),
            "composing",
                    Set.of(
                            "ticket",
                            "wording",
                            "understanding",
                            "conversation",
                            "promises",
                            "outbox",
                            "operations",
                            "problem"),
            "understanding",
                    Set.of("ticket", "wording", "workflow", "stream", "outbox", "operations", "problem", "storage"));

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.carryon.ticketing");

    @Test
    void everyPackageIsNamedAndEveryNameIsAPackage() {
        var present = CLASSES.stream().map(ArchitectureTest::feature).collect(Collectors.toSet());

        assertThat(present).isEqualTo(rules().keySet());
    }

    @Test
    void everyPackageKnowsOnlyWhatItMay() {
        var broken = CLASSES.stream()
                .flatMap(from -> from.getDirectDependenciesFromSelf().stream())
                .filter(uses -> uses.getTargetClass().getPackageName().startsWith(BASE))
                .filter(uses -> {
                    var from = feature(uses.getOriginClass());
                    var to = feature(uses.getTargetClass());
                    return !from.equals(to)
                            && !rules().getOrDefault(from, Set.of()).contains(to);
                })
                .map(uses -> uses.getDescription())
                .toList();

        assertThat(broken).isEmpty();
    }

    @Test
    void packagesFormNoCircle() {
        slices().matching(BASE + "(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void nobodyUsesTheOldCalendarInjectsFieldsOrPrints() {
        noClasses().should().dependOnClassesThat().areAssignableTo(Date.class).check(CLASSES);
        noFields().should().beAnnotatedWith(Inject.class).check(CLASSES);
        noClasses().should().accessField(System.class, "out").check(CLASSES);
    }

    private static Map<String, Set<String>> rules() {
        var all = new java.util.HashMap<>(MAY_USE);
        all.putAll(AND);
        all.putAll(WORK);
        all.putAll(GIVING);
        all.putAll(WAITING);
        all.putAll(LISTENING);
        all.putAll(PRODUCT);
        return all;
    }

    private static String feature(JavaClass type) {
        return type.getPackageName().substring(BASE.length()).split("\\.")[0];
    }
}
