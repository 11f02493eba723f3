package io.carryon.profile.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import io.carryon.profile.history.Issue;
import io.carryon.profile.history.Reference;
import io.carryon.profile.history.ReferenceStore;
import io.carryon.profile.identity.Customer;
import io.carryon.profile.identity.HandleKind;
import io.carryon.profile.recognition.RecognizedIssue.Decision;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IssueRecognitionTest {

    private static final Instant MONDAY = Instant.parse("2026-11-16T09:00:00Z");

    private final UUID jana = UUID.randomUUID();
    private final UUID someoneElse = UUID.randomUUID();
    private final Issue router = issue(jana, "Router");
    private final Issue invoice = issue(jana, "Invoice");
    private final Issue foreign = issue(someoneElse, "Foreign");

    private static Issue issue(UUID customer, String subject) {
        return new Issue(UUID.randomUUID(), customer, subject, "email", MONDAY, 3, List.of(), Map.of());
    }

    private Inquiry inquiry(ContactReceived.Thread thread, Map<String, Reference> references) {
        var sender = new ContactReceived.Sender(
                "Jana",
                List.of(new ContactReceived.SenderHandle(
                        HandleKind.MAILTO, "jana@example.com", null, null, "verified", "dmarc")));
        var contact = new ContactReceived(
                UUID.randomUUID(),
                UUID.randomUUID(),
                "email",
                MONDAY,
                sender,
                "Hello",
                "text",
                null,
                thread,
                null,
                null,
                null,
                null,
                null);
        var customer = new Customer(jana, "Jana", MONDAY, 3, null, null, null, null, null);
        return new Inquiry(
                contact,
                jana,
                Optional.of(customer),
                references,
                List.of(router, invoice, foreign).stream().collect(Collectors.toMap(Issue::id, Function.identity())),
                Optional.of(customer),
                Map.of(),
                null);
    }

    private Inquiry nothingNamed() {
        return inquiry(null, Map.of());
    }

    private static IssueRecognition by(IssueEvidence... evidence) {
        return new IssueRecognition(Arrays.asList(evidence));
    }

    private static IssueEvidence says(Issue issue, double certainty) {
        return inquiry -> List.of(new Finding(issue.id(), certainty, new Evidence("test", "about " + issue.subject())));
    }

    @Test
    void withoutEvidenceItIsANewIssueThatTheContactAloneDecides() {
        var inquiry = nothingNamed();
        var issue = by().recognize(inquiry);

        assertThat(issue.decision()).isEqualTo(Decision.NEW);
        assertThat(issue.evidence()).extracting(Evidence::kind).containsExactly("nothing-matched");
        assertThat(by().recognize(inquiry).id()).isEqualTo(issue.id());
    }

    @Test
    void theFirstSureEvidenceDecides() {
        var issue = by(says(router, 1), says(invoice, 1)).recognize(nothingNamed());

        assertThat(issue.decision()).isEqualTo(Decision.LINK);
        assertThat(issue.id()).isEqualTo(router.id());
        assertThat(issue.contactNumber()).isEqualTo(4);
    }

    @Test
    void anotherCustomersIssueIsNeverLinked() {
        var issue = by(says(foreign, 1)).recognize(nothingNamed());

        assertThat(issue.decision()).isEqualTo(Decision.NEW);
        assertThat(issue.evidence()).extracting(Evidence::kind).containsExactly("stranger-in-thread");
        assertThat(issue.relatedIssueId()).isEqualTo(foreign.id());
    }

    @Test
    void ownEvidenceCountsEvenWhereAnotherCustomersIssueIsNamedFirst() {
        var issue = by(says(foreign, 1), says(invoice, 1)).recognize(nothingNamed());

        assertThat(issue.id()).isEqualTo(invoice.id());
        // Whoever takes part there is let in by it.
        assertThat(issue.relatedIssueId()).isEqualTo(foreign.id());
        assertThat(by(says(invoice, 1), says(foreign, 1))
                        .recognize(nothingNamed())
                        .relatedIssueId())
                .isNull();
    }

    @Test
    void likelyEvidenceAsksWithTheLikeliestFirst() {
        var issue = by(says(router, 0.6), says(invoice, 0.8)).recognize(nothingNamed());

        assertThat(issue.decision()).isEqualTo(Decision.ASK);
        assertThat(issue.candidates())
                .extracting(RecognizedIssue.Candidate::issueId)
                .containsExactly(invoice.id(), router.id());
    }

    @Test
    void weakEvidenceIsNotEnoughToAsk() {
        assertThat(by(says(router, 0.2)).recognize(nothingNamed()).decision()).isEqualTo(Decision.NEW);
    }

    @Test
    void anIssueThatDoesNotExistIsNoEvidence() {
        var thread = new ContactReceived.Thread(null, null, null, UUID.randomUUID(), null);

        assertThat(new IssueRecognition(ExplicitEvidence.inOrder())
                        .recognize(inquiry(thread, Map.of()))
                        .decision())
                .isEqualTo(Decision.NEW);
    }

    @Test
    void aThreadOutranksATicketNumber() {
        var thread = new ContactReceived.Thread(null, List.of("<a@b>"), null, null, List.of("100013"));
        var references = Map.of(
                ReferenceStore.message("a@b"), new Reference(router.id(), jana),
                ReferenceStore.ticket("100013"), new Reference(invoice.id(), jana));
        var issue = new IssueRecognition(ExplicitEvidence.inOrder()).recognize(inquiry(thread, references));

        assertThat(issue.id()).isEqualTo(router.id());
        assertThat(issue.evidence()).extracting(Evidence::kind).containsExactly("thread");
    }

    @Test
    void theClosestMessagesOfALongThreadAreLookedUp() {
        var ancestors = IntStream.range(0, 200).mapToObj(i -> "<" + i + "@b>").toList();
        var thread = new ContactReceived.Thread(null, List.of("<parent@b>"), ancestors, null, null);

        assertThat(ExplicitEvidence.threadMessages(inquiry(thread, Map.of()).contact()))
                .hasSize(ExplicitEvidence.MOST_MESSAGES)
                .startsWith("<parent@b>", "<199@b>");
    }
}
