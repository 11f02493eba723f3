package io.carryon.profile.suggestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.carryon.profile.acts.Act;
import io.carryon.profile.acts.Actor;
import io.carryon.profile.documents.LoopbackServer;
import io.carryon.profile.identity.CustomerStore;
import io.carryon.profile.line.Contacts;
import io.carryon.profile.problem.ProblemException;
import io.carryon.profile.recognition.Desk;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SuggestionsTest {

    private static LoopbackServer server;

    private final Desk desk = new Desk(server.documents());
    private final SettleSuggestion suggestions =
            new SettleSuggestion(desk.get(SuggestionStore.class), desk.get(CustomerStore.class), null);

    @BeforeAll
    static void start() {
        server = new LoopbackServer();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private List<UUID> suggestedFor(UUID customer) {
        return suggestions.open(customer).stream().map(Suggestion::customerId).toList();
    }

    private static Act rejectedBy(UUID customer) {
        return new Act(
                UUID.randomUUID(),
                "reject-suggestion",
                customer,
                Instant.parse("2026-11-22T12:00:00Z"),
                Actor.staff("amy", "Amy"),
                Map.of());
    }

    @Test
    void twoSpellingsOfOneMailboxAreSuggestedOnBothSidesAndNotMerged() {
        var one = desk.mail("Ana Pop", "ana.pop@gmail.com");
        var other = desk.mail("Pop, Ana", "anapop+shop@googlemail.com");

        assertThat(other).isNotEqualTo(one);
        assertThat(suggestedFor(one)).containsExactly(other);
        assertThat(suggestions.open(other)).singleElement().satisfies(suggestion -> {
            assertThat(suggestion.customerId()).isEqualTo(one);
            assertThat(suggestion.name()).isEqualTo("Ana Pop");
            assertThat(suggestion.reasons()).containsExactly("the same mailbox", "the same name");
        });
    }

    @Test
    void whoNamesAnothersNumberIsSuggestedOnlyWithAFittingName() {
        var ana = desk.call("Ana Pop", "+4915123456789");
        var same = desk.comesIn(Contacts.handle(
                Desk.named(Contacts.mail(UUID.randomUUID(), "apop@firma.example", "Hi"), "Ana Pop"),
                "tel",
                "+4915123456789",
                "claimed"));
        var stranger = desk.comesIn(Contacts.handle(
                Desk.named(Contacts.mail(UUID.randomUUID(), "jkut@firma.example", "Hi"), "Jan Kut"),
                "tel",
                "+4915123456789",
                "claimed"));

        assertThat(suggestedFor(ana)).containsExactly(same);
        assertThat(suggestedFor(stranger)).isEmpty();
    }

    @Test
    void aNameAloneIsNoReasonToAskStaff() {
        var one = desk.mail("Ana Pop", "ana@firma.example");
        desk.mail("Ana Pop", "ap@other.example");

        assertThat(suggestedFor(one)).isEmpty();
    }

    @Test
    void whatStaffRejectedIsNeverSuggestedAgain() {
        var one = desk.mail("Ana Pop", "ana.pop@gmail.com");
        var other = desk.mail("Ana Pop", "anapop@gmail.com");
        suggestions.reject(rejectedBy(one), other);
        suggestions.reject(rejectedBy(one), other);
        desk.comesIn(Contacts.handle(
                Contacts.mail(UUID.randomUUID(), "anapop@gmail.com", "Hi"), "mailto", "ana.pop@gmail.com", "claimed"));

        assertThat(suggestedFor(one)).isEmpty();
        assertThat(suggestedFor(other)).isEmpty();
        assertThatThrownBy(() -> suggestions.confirm(
                        new Act(UUID.randomUUID(), "merge", other, Instant.now(), Actor.staff("amy", "Amy"), Map.of()),
                        one))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("rejected by Amy");
    }

    @Test
    void theCommonestNameIsBoundedWork() {
        for (int i = 0; i < Lookalikes.MOST + 10; i++) {
            desk.mail("Jan Nowak", "jan" + i + "@firma.example");
        }
        var one = desk.mail("Jan Nowak", "nowak.jan.77@gmail.com");
        var other = desk.mail("Jan Nowak", "nowakjan77@gmail.com");

        assertThat(suggestedFor(one)).containsExactly(other);
    }
}
