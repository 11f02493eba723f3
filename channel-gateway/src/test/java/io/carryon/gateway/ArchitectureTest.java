package io.carryon.gateway;

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

class ArchitectureTest {

    private static final String BASE = "io.carryon.gateway.";

    /** Ground floor: contact, on its plumbing. Reply stands on it, the channels on both and side by side. */
    private static final Map<String, Set<String>> MAY_KNOW = Map.ofEntries(
            Map.entry("operations", Set.of()),
            Map.entry("admission", Set.of("problem")),
            Map.entry("problem", Set.of("storage")),
            Map.entry("storage", Set.of()),
            Map.entry("contact", Set.of("operations", "problem", "storage")),
            Map.entry("door", Set.of("problem")),
            Map.entry("act", Set.of("contact", "operations", "storage")),
            Map.entry("privacy", Set.of("contact", "door", "operations", "problem", "storage")),
            Map.entry("recognition", Set.of("contact", "operations", "problem", "storage")),
            Map.entry("ticket", Set.of("operations", "storage")),
            Map.entry("phone", Set.of("contact", "problem", "storage", "ticket")),
            Map.entry("callback", Set.of("contact", "problem", "storage")),
            Map.entry(
                    "phone.course",
                    Set.of("callback", "contact", "operations", "phone", "problem", "storage", "ticket")),
            Map.entry(
                    "phone.line",
                    Set.of(
                            "callback",
                            "contact",
                            "operations",
                            "phone",
                            "phone.course",
                            "problem",
                            "recognition",
                            "storage",
                            "ticket")),
            Map.entry("phone.menu", Set.of("contact", "phone")),
            Map.entry("phone.twilio", Set.of("contact", "phone", "phone.line", "phone.menu", "problem")),
            Map.entry(
                    "phone.ivr",
                    Set.of("contact", "door", "phone", "phone.line", "phone.menu", "problem", "recognition")),
            Map.entry("phone.cti", Set.of("contact", "door", "phone", "phone.line", "problem")),
            Map.entry(
                    "chat",
                    Set.of(
                            "act",
                            "callback",
                            "contact",
                            "door",
                            "file",
                            "operations",
                            "problem",
                            "recognition",
                            "reply",
                            "site",
                            "storage",
                            "trail")),
            Map.entry("chat.activity", Set.of("chat")),
            Map.entry("chat.letter", Set.of("chat", "contact", "reply", "reply.letter", "storage")),
            Map.entry("chat.status", Set.of("chat", "storage", "ticket")),
            Map.entry("chat.signal", Set.of("chat", "storage")),
            Map.entry(
                    "chat.socket",
                    Set.of(
                            "callback",
                            "chat",
                            "chat.activity",
                            "chat.status",
                            "contact",
                            "door",
                            "problem",
                            "recognition",
                            "site")),
            Map.entry(
                    "chat.rest",
                    Set.of(
                            "admission",
                            "callback",
                            "chat",
                            "chat.activity",
                            "chat.status",
                            "door",
                            "guard",
                            "problem",
                            "recognition",
                            "site")),
            Map.entry(
                    "selfservice",
                    Set.of(
                            "act",
                            "admission",
                            "callback",
                            "contact",
                            "door",
                            "file",
                            "problem",
                            "recognition",
                            "reply",
                            "storage",
                            "ticket",
                            "trail")),
            Map.entry("article", Set.of("contact", "door", "guard", "problem", "site", "storage", "trail")),
            Map.entry("trail", Set.of("contact", "door", "storage")),
            Map.entry("site", Set.of("door")),
            Map.entry(
                    "portal",
                    Set.of(
                            "admission",
                            "article",
                            "callback",
                            "contact",
                            "door",
                            "guard",
                            "problem",
                            "recognition",
                            "selfservice",
                            "site",
                            "storage")),
            Map.entry("portal.letter", Set.of("contact", "portal", "reply", "reply.letter", "selfservice", "storage")),
            Map.entry("guard", Set.of("door", "problem", "storage")),
            Map.entry(
                    "widget",
                    Set.of("article", "callback", "chat", "chat.status", "door", "guard", "problem", "site", "trail")),
            Map.entry(
                    "messenger",
                    Set.of(
                            "admission",
                            "contact",
                            "door",
                            "messenger.media",
                            "messenger.provider",
                            "reply",
                            "storage")),
            Map.entry("messenger.media", Set.of("contact")),
            Map.entry("messenger.provider", Set.of("reply")),
            Map.entry(
                    "messenger.telegram",
                    Set.of("contact", "messenger", "messenger.media", "messenger.provider", "problem", "reply")),
            Map.entry(
                    "messenger.whatsapp",
                    Set.of("contact", "messenger", "messenger.media", "messenger.provider", "problem", "reply")),
            Map.entry("reply", Set.of("contact", "operations", "storage")),
            Map.entry("reply.letter", Set.of("contact", "reply")),
            Map.entry("file", Set.of("admission", "contact", "door", "problem", "storage")),
            Map.entry("oversight", Set.of("contact", "door", "problem", "storage")),
            Map.entry("email.mime", Set.of()),
            Map.entry("email.wording", Set.of()),
            Map.entry("email.reply", Set.of("email.wording")),
            Map.entry("email.forward", Set.of("email.wording")),
            Map.entry("email.tnef", Set.of()),
            Map.entry(
                    "email",
                    Set.of(
                            "contact",
                            "reply",
                            "storage",
                            "email.account",
                            "email.forward",
                            "email.loop",
                            "email.mime",
                            "email.reply",
                            "email.tnef",
                            "email.wording")),
            Map.entry("email.account", Set.of()),
            Map.entry("email.loop", Set.of("storage")),
            Map.entry("email.imap", Set.of("email", "email.account")),
            Map.entry("email.hook", Set.of("admission", "door", "email", "problem", "storage")),
            Map.entry("email.smtpd", Set.of("email")),
            Map.entry(
                    "email.smtp",
                    Set.of("contact", "portal", "reply", "storage", "email", "email.account", "email.loop")));

    private static final JavaClasses SERVICE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.carryon.gateway");

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
        slices().matching("io.carryon.gateway.(**)").should().beFreeOfCycles().check(SERVICE);
    }

    @Test
    void nothingIsInjectedIntoFields() {
        noFields().should().beAnnotatedWith(Inject.class).check(SERVICE);
    }
}
