package io.carryon.profile.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import io.carryon.profile.identity.Customer;
import io.carryon.profile.identity.Handle;
import io.carryon.profile.identity.HandleKind;
import io.carryon.profile.identity.Ownership;
import io.carryon.profile.identity.PastContact;
import io.carryon.profile.recognition.RecognizedIssue.Candidate;
import io.carryon.profile.recognition.RecognizedIssue.Decision;
import io.carryon.profile.recognition.question.Question;
import io.carryon.profile.recognition.question.QuestionConfig;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ContactQuestionTest {

    private static final Instant FRIDAY = Instant.parse("2026-11-20T09:00:00Z");

    private final UUID jana = UUID.randomUUID();
    private final UUID refund = UUID.randomUUID();
    private final Candidate candidate =
            new Candidate(refund, "Double charge", null, FRIDAY.minusSeconds(86_400 * 9), null, null);

    private record GermanOtherwise() implements QuestionConfig {
        @Override
        public String language() {
            return "de";
        }

        @Override
        public ZoneId zone() {
            return ZoneOffset.UTC;
        }
    }

    private static RecognizedIssue issue(Decision decision, Candidate... candidates) {
        return new RecognizedIssue(UUID.randomUUID(), decision, 1, List.of(), List.of(candidates), null);
    }

    private Optional<Question> ask(String said, String detected, boolean verified, RecognizedIssue issue) {
        var called =
                new PastContact(UUID.randomUUID(), "phone", FRIDAY.minusSeconds(86_400 * 3), null, null, refund, null);
        var sender = new ContactReceived.Sender(
                "Jana",
                List.of(new ContactReceived.SenderHandle(
                        HandleKind.MAILTO, "jana@example.com", null, null, "verified", "dmarc")));
        var contact = new ContactReceived(
                UUID.randomUUID(),
                UUID.randomUUID(),
                "email",
                FRIDAY,
                sender,
                "Refund",
                "?",
                null,
                null,
                said,
                null,
                null,
                null,
                null);
        var customer = new Customer(jana, "Jana", FRIDAY, 3, null, List.of(called), null, null, null);
        var handle = new Handle(HandleKind.MAILTO, "jana@example.com", "mailto:jana@example.com");
        var found = new CustomerRecognition.Found(
                new ContactHandle(handle, verified, null),
                new Ownership(jana, FRIDAY, null, null),
                List.of(),
                List.of(),
                false);
        return new ContactQuestion(new GermanOtherwise())
                .about(
                        contact.in(detected),
                        found.lead().verified(),
                        new Inquiry(
                                contact,
                                jana,
                                Optional.of(customer),
                                Map.of(),
                                Map.of(),
                                Optional.of(customer),
                                Map.of(),
                                null),
                        issue);
    }

    @Test
    void theCustomerIsRemindedOfTheirLastContactAboutTheCandidate() {
        assertThat(ask("en-GB", "fr", true, issue(Decision.ASK, candidate)))
                .map(Question::text)
                .contains("I see you called on Tuesday about “Double charge”. Is this about the same?");
    }

    @Test
    void theLanguageIsTheChannelsThenTheTextsThenTheConfiguredOne() {
        assertThat(ask("pl", "fr", true, issue(Decision.NEW)))
                .map(Question::language)
                .contains("pl");
        assertThat(ask(null, "fr", true, issue(Decision.NEW)))
                .map(Question::language)
                .contains("fr");
        assertThat(ask(null, null, true, issue(Decision.NEW)))
                .map(Question::language)
                .contains("de");
    }

    @Test
    void aSenderWhoOnlyClaimsToBeHerIsNotToldOfHerContacts() {
        var question = ask("en", null, false, issue(Decision.ASK, candidate)).orElseThrow();

        assertThat(question.disclosable()).isFalse();
        assertThat(question.general()).doesNotContain("charge", "Tuesday");
    }

    @Test
    void nothingIsAskedOfALink() {
        assertThat(ask("en", null, true, issue(Decision.LINK))).isEmpty();
    }
}
