package io.carryon.gateway.selfservice;

import io.carryon.gateway.contact.Archive;
import io.carryon.gateway.contact.ContactId;
import io.carryon.gateway.contact.ContactIntake;
import io.carryon.gateway.contact.IntakeLog;
import io.carryon.gateway.contact.Original;
import io.carryon.gateway.door.ContactUs;
import io.carryon.gateway.door.HumanConfig;
import io.carryon.gateway.door.IdempotencyKey;
import io.carryon.gateway.door.Submissions.Submission;
import io.carryon.gateway.problem.ProblemException;
import io.carryon.gateway.recognition.QuestionShown;
import io.carryon.gateway.recognition.QuestionStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/**
 * Takes requests from portals. The row is kept with its original, then the contact is published and the row shown: what
 * breaks in between is not shown, and the same call again finishes it under the same ids.
 */
@ApplicationScoped
public class PortalRequests {

    static final String PATH = "/portal/v1/requests";

    private final PortalStore store;
    private final PortalContacts contacts;
    private final Archive archive;
    private final ContactIntake intake;
    private final QuestionStore questions;
    private final HumanConfig human;
    private final Clock clock;

    public PortalRequests(
            PortalStore store,
            PortalContacts contacts,
            Archive archive,
            ContactIntake intake,
            QuestionStore questions,
            HumanConfig human,
            Clock clock) {
        this.store = store;
        this.contacts = contacts;
        this.archive = archive;
        this.intake = intake;
        this.questions = questions;
        this.human = human;
        this.clock = clock;
    }

    /** Makes the request durable, once for a key of a client; 422 when the key came with other content before. */
    PortalAnswers.Accepted submit(Submission<PortalRequestForm> submitted) {
        var form = submitted.form();
        contacts.handles(form.requester());
        var original = Original.of(submitted.body(), PortalOriginals.JSON);
        var now = clock.instant();
        var request = store.addIfNew(
                new PortalRequest(
                        ContactId.derive(
                                "portal",
                                submitted.client(),
                                PATH,
                                submitted.key().value()),
                        Reference.fresh(),
                        submitted.client(),
                        original.sha256(),
                        form.requester(),
                        form.subject(),
                        form.language(),
                        form.topic(),
                        form.givenFields(),
                        now,
                        null,
                        null,
                        null,
                        now),
                form.text(),
                submitted.body());
        if (!request.payloadHash().equals(original.sha256())) {
            throw IdempotencyKey.reused();
        }
        if (!request.accepted()) {
            publish(request, request.firstMessage(form.text()), original);
        }
        return new PortalAnswers.Accepted(
                request.reference().value(), request.contactId(), pathOf(request), request.receivedAt());
    }

    /** Makes a further message of the same contact durable, once for a key; what an earlier call left goes out first. */
    PortalAnswers.MessageAccepted write(String typed, Submission<PortalMessageForm> submitted) {
        var request = known(typed);
        var original = Original.of(submitted.body(), PortalOriginals.JSON);
        var messageId = ContactId.derive(
                "portal",
                submitted.client(),
                pathOf(request) + "/messages",
                submitted.key().value());
        var due = store.addIfNew(
                messageId,
                request.contactId(),
                submitted.form().text(),
                original.sha256(),
                submitted.body(),
                clock.instant());
        if (due.isEmpty()) {
            throw ProblemException.conflict(
                    "request-full", "This request has all the messages it can hold. Submit a new one.");
        }
        var message = due.getLast();
        if (!message.payloadHash().equals(original.sha256())) {
            throw IdempotencyKey.reused();
        }
        due.stream()
                .filter(pending -> pending.acceptedAt() == null)
                .forEach(pending -> publish(request, pending, PortalOriginals.of(archive, pending)));
        return new PortalAnswers.MessageAccepted(request.reference().value(), messageId, message.saidAt());
    }

    /** The request as its customer sees it, with a page of what was said; 404 when the reference is none of ours. */
    PortalAnswers.View view(String typed, String cursor, int limit) {
        var request = known(typed);
        var said = PortalConversation.page(
                store.said(request.contactId(), PortalConversation.Place.of(cursor), limit + 1), limit);
        return new PortalAnswers.View(
                request.reference().value(),
                request.subject(),
                request.state(),
                request.ticketNumber(),
                request.changedAt(),
                questions.open(List.of(request.contactId())).stream()
                        .findFirst()
                        .map(QuestionShown::of)
                        .orElse(null),
                said.messages(),
                said.next(),
                said.hasMore(),
                ContactUs.of(human));
    }

    /** The contact of a request; 404 when the reference is none of ours. */
    UUID contactOf(String typed) {
        return known(typed).contactId();
    }

    private void publish(PortalRequest request, PortalMessage message, Original original) {
        var now = clock.instant();
        var contact = contacts.contact(request, message, original, now);
        intake.publish(contact);
        store.accepted(message, IntakeLog.Arrival.accepted(contact), now);
    }

    private PortalRequest known(String typed) {
        return Reference.typed(typed)
                .flatMap(store::find)
                .orElseThrow(() -> ProblemException.notFound(
                        "Check the reference: sixteen letters and digits, such as 7K3M-Q0ZD-2F9T-XW5B."));
    }

    private static String pathOf(PortalRequest request) {
        return PATH + "/" + request.reference().value();
    }
}
