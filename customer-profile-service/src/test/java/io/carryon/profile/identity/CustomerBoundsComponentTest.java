package io.carryon.profile.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.carryon.profile.documents.Documents;
import io.carryon.profile.line.OnLocalStack;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** However much a machine sends or staff close at once, a customer's document stays small. */
@QuarkusTest
class CustomerBoundsComponentTest extends OnLocalStack {

    private static final Instant MONDAY = Instant.parse("2026-11-16T09:00:00Z");

    @Inject
    CustomerStore customers;

    @Inject
    Documents documents;

    private final UUID id = UUID.randomUUID();

    private Customer customer() {
        return customers.find(id).orElseThrow();
    }

    private void contact(int number, UUID issue, List<KnownHandle> handles) {
        var contact = new PastContact(
                UUID.randomUUID(), "email", MONDAY.plus(Duration.ofMinutes(number)), "Router", null, issue, null);
        documents.apply(List.of(customers.contactMade(id, customers.find(id), contact, "Jana", handles)));
    }

    private void ticket(UUID issue, UUID ticket, long revision, String status) {
        var state = new TicketState(MONDAY.toEpochMilli(), revision, ticket, "100013", status, "Router", null);
        documents.apply(
                List.of(customers.ticketChanged(id, customers.findEvenUnmet(id), issue, state, Optional.empty())));
    }

    private static Handle address(int number) {
        return Handle.normal(HandleKind.MAILTO, "jana" + number + "@example.com");
    }

    private static List<UUID> some(int count) {
        return IntStream.range(0, count).mapToObj(i -> UUID.randomUUID()).toList();
    }

    @Test
    void fiftyHandlesStayAndOneOfThemCanStillBeVerified() {
        for (int i = 0; i < 60; i++) {
            contact(i, UUID.randomUUID(), List.of(KnownHandle.claimed(address(i), MONDAY)));
        }
        contact(60, UUID.randomUUID(), List.of(KnownHandle.verified(address(7), "dmarc", MONDAY)));

        assertThat(customer().handles()).hasSize(50);
        assertThat(customer().handle(address(50))).isEmpty();
        assertThat(customer().handle(address(7)))
                .hasValueSatisfying(known -> assertThat(known.isVerified()).isTrue());
    }

    @Test
    void theLastThirtyContactsAndTwentyIssuesStayAndAllAreCounted() {
        var issues = some(60);
        for (int i = 0; i < issues.size(); i++) {
            contact(i, issues.get(i), List.of());
        }

        assertThat(customer().contactCount()).isEqualTo(60);
        assertThat(customer().latestContacts()).hasSize(30);
        assertThat(customer().latestContacts().getFirst().issueId()).isEqualTo(issues.getLast());
        assertThat(customer().issues()).hasSize(20);
        assertThat(customer().latestIssues())
                .extracting(PastIssue::issueId)
                .containsExactlyElementsOf(issues.reversed().subList(0, 20));
    }

    @Test
    void anOldIssueWithAnOpenTicketOutlivesNewerClosedOnes() {
        var open = UUID.randomUUID();
        contact(0, open, List.of());
        ticket(open, UUID.randomUUID(), 1, "OPEN");
        for (int i = 1; i < 40; i++) {
            contact(i, UUID.randomUUID(), List.of());
        }

        assertThat(customer().openIssues()).extracting(OpenIssue::issueId).containsExactly(open);
        assertThat(customer().issues()).hasSize(20);
    }

    @Test
    void closingAHundredOldTicketsAtOnceBringsNoIssueBack() {
        contact(0, UUID.randomUUID(), List.of());
        var recent = customer().issues().keySet();

        some(100).forEach(issue -> ticket(issue, UUID.randomUUID(), 9, "CLOSED"));

        assertThat(customer().issues().keySet()).isEqualTo(recent);
    }

    @Test
    void reassigningAHundredOpenTicketsAtOnceKeepsTheBound() {
        contact(0, UUID.randomUUID(), List.of());

        some(100).forEach(issue -> ticket(issue, UUID.randomUUID(), 9, "OPEN"));

        assertThat(customer().issues()).hasSize(20);
    }

    @Test
    void aRecentIssueLearnsThatItsTicketIsClosed() {
        var issue = UUID.randomUUID();
        var ticket = UUID.randomUUID();
        contact(0, issue, List.of());
        ticket(issue, ticket, 1, "OPEN");
        ticket(issue, ticket, 2, "CLOSED");

        assertThat(customer().openIssues()).isEmpty();
        assertThat(customer().issues().get(issue.toString()).ticket().status()).isEqualTo("CLOSED");
    }
}
