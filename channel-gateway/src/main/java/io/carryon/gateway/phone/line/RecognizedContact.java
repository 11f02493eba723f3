package io.carryon.gateway.phone.line;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.carryon.gateway.recognition.QuestionAsked;
import io.carryon.gateway.recognition.RecognitionQuestion;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What the gateway reads of {@code io.carryon.contact.recognized.v1} while a caller waits. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record RecognizedContact(Received contact, Who customer, Card card, QuestionAsked.Question question) {

    /** Which contact it is about. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Received(UUID contactId) {}

    /** Whose contact it is. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Who(UUID id, String name, String match) {}

    /** What came before. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Card(List<OpenIssue> openIssues, List<Earlier> recentContacts, List<Earlier> earlierOnIssue) {}

    /** An issue with an open ticket. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record OpenIssue(UUID ticketId, String ticketNumber, String status, String subject) {

        IvrAnswers.OpenTicket asTicket() {
            return new IvrAnswers.OpenTicket(ticketId, ticketNumber, subject, status);
        }
    }

    /** An earlier contact. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Earlier(
            UUID contactId, String channel, Instant at, String subject, String excerpt, String ticketNumber) {

        IvrAnswers.PastContact asPastContact() {
            return new IvrAnswers.PastContact(contactId, channel, at, subject, excerpt, ticketNumber);
        }
    }

    /** What the caller is asked, if anything. */
    Optional<RecognitionQuestion> asQuestion() {
        return question == null ? Optional.empty() : question.forTheCustomerOf(contact.contactId());
    }

    IvrAnswers.Customer asCustomer() {
        // A first contact has a customer too, but none anyone has met.
        return "none".equals(customer.match())
                ? IvrAnswers.Customer.NONE
                : new IvrAnswers.Customer(customer.id(), customer.name(), customer.match());
    }

    IvrAnswers.History asHistory() {
        return new IvrAnswers.History(
                card.openIssues().stream().map(OpenIssue::asTicket).limit(5).toList(),
                card.recentContacts().stream()
                        .map(Earlier::asPastContact)
                        .limit(10)
                        .toList(),
                card.earlierOnIssue().stream()
                        .map(Earlier::asPastContact)
                        .limit(10)
                        .toList());
    }
}
