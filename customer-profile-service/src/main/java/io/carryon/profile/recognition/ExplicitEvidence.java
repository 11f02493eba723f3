package io.carryon.profile.recognition;

import io.carryon.profile.history.ReferenceStore;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a contact says outright about the issue it belongs to, the hardest to get wrong first. */
public final class ExplicitEvidence {

    /** Message ids looked up of a thread: the direct parents and the latest ancestors. */
    static final int MOST_MESSAGES = 20;

    private ExplicitEvidence() {}

    /** The ordered list; the first that finds an issue of the sender decides. */
    public static List<IssueEvidence> inOrder() {
        return List.of(ExplicitEvidence::replyToken, ExplicitEvidence::threadHeader, ExplicitEvidence::ticketNumber);
    }

    /** A signed token of one of our replies stands in the reply headers. */
    static List<Finding> replyToken(Inquiry inquiry) {
        var issue = inquiry.contact().thread().repliedIssueId();
        return issue == null
                ? List.of()
                : List.of(Finding.sure(issue, "reply-token", "answers one of our replies about this issue"));
    }

    /** In-Reply-To or References (RFC 5322) name a message we know. */
    static List<Finding> threadHeader(Inquiry inquiry) {
        return Stream.concat(
                        threadMessages(inquiry.contact())
                                .flatMap(id -> inquiry.message(id).stream()
                                        .map(known ->
                                                Finding.sure(known.issueId(), "thread", "answers the message " + id))),
                        inquiry.thread().stream()
                                .map(known -> Finding.sure(
                                        known.issueId(), "thread", "goes on with the thread of an earlier mail")))
                .toList();
    }

    /** The subject or the caller gives a ticket's number. */
    static List<Finding> ticketNumber(Inquiry inquiry) {
        return inquiry.contact().thread().ticketNumbers().stream()
                .flatMap(number -> inquiry.ticket(number).stream()
                        .map(known -> Finding.sure(known.issueId(), "ticket-number", "names ticket " + number)))
                .toList();
    }

    /** The thread's first message, as far as the contact tells. */
    static Optional<String> firstMessage(ContactReceived contact) {
        var thread = contact.thread();
        return Stream.concat(thread.references().stream(), thread.inReplyTo().stream())
                .findFirst();
    }

    /** Document id of the thread as its sender goes on with it. */
    static Optional<String> threadId(ContactReceived contact) {
        return firstMessage(contact)
                .map(first -> ReferenceStore.thread(
                        contact.sender().handles().getFirst().value(), first));
    }

    /** The thread's message ids, the closest first. */
    static Stream<String> threadMessages(ContactReceived contact) {
        var thread = contact.thread();
        return Stream.concat(thread.inReplyTo().stream(), thread.references().reversed().stream())
                .distinct()
                .limit(MOST_MESSAGES);
    }
}
