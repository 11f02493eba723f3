package io.carryon.gateway.selfservice;

import io.carryon.gateway.contact.Archive;
import io.carryon.gateway.contact.ContactId;
import io.carryon.gateway.contact.ContactIntake;
import io.carryon.gateway.contact.Original;
import io.carryon.gateway.door.ContactUs;
import io.carryon.gateway.door.Fingerprint;
import io.carryon.gateway.door.HumanConfig;
import io.carryon.gateway.door.IdempotencyKey;
import io.carryon.gateway.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Takes requests from portals. The row is written first, the contact published second and the row shown third: what
 * breaks in between is not shown, and the same call again finishes it under the same ids.
 */
@ApplicationScoped
public class PortalRequests {

    static final String PATH = "/portal/v1/requests";

    private static final String JSON = "application/json";

    private final PortalStore store;
    private final PortalContacts contacts;
    private final Archive archive;
    private final ContactIntake intake;
    private final HumanConfig human;
    private final Clock clock;

    public PortalRequests(
            PortalStore store,
            PortalContacts contacts,
            Archive archive,
            ContactIntake intake,
            HumanConfig human,
            Clock clock) {
        this.store = store;
        this.contacts = contacts;
        this.archive = archive;
        this.intake = intake;
        this.human = human;
        this.clock = clock;
    }

    /** Makes the request durable, once for a key of a client; 422 when the key came with other content before. */
    PortalAnswers.Accepted submit(String client, IdempotencyKey key, PortalRequestForm form, byte[] body) {
        contacts.handles(form.requester());
        var now = now();
        var request = store.addIfNew(
                new PortalRequest(
                        ContactId.derive("portal", client, PATH, key.value()),
                        Reference.fresh(),
                        client,
                        Fingerprint.of(body),
                        form.requester(),
                        form.subject(),
                        form.language(),
                        form.givenFields(),
                        now,
                        null,
                        null,
                        null,
                        now),
                form.text());
        if (!request.payloadHash().equals(Fingerprint.of(body))) {
            throw IdempotencyKey.reused();
        }
        if (!request.accepted()) {
            var first = new PortalMessage(
                    request.contactId(),
                    request.contactId(),
                    0,
                    form.text(),
                    request.payloadHash(),
                    request.receivedAt());
            publish(request, first, body);
        }
        return new PortalAnswers.Accepted(
                request.reference().value(), request.contactId(), pathOf(request), request.receivedAt());
    }

    /** Makes a further message of the same contact durable, once for a key. */
    PortalAnswers.MessageAccepted write(
            String client, String typed, IdempotencyKey key, PortalMessageForm form, byte[] body) {
        var request = known(typed);
        var messageId = ContactId.derive("portal", client, pathOf(request) + "/messages", key.value());
        var message = store.addIfNew(messageId, request.contactId(), form.text(), Fingerprint.of(body), now());
        if (!message.payloadHash().equals(Fingerprint.of(body))) {
            throw IdempotencyKey.reused();
        }
        publish(request, message, body);
        return new PortalAnswers.MessageAccepted(request.reference().value(), messageId, message.saidAt());
    }

    /** The request as its customer sees it; 404 when the reference is none of ours. */
    PortalAnswers.View view(String typed) {
        var request = known(typed);
        return new PortalAnswers.View(
                request.reference().value(),
                request.subject(),
                request.state(),
                request.ticketNumber(),
                request.changedAt(),
                store.said(request.contactId()),
                ContactUs.of(human));
    }

    private void publish(PortalRequest request, PortalMessage message, byte[] body) {
        Original original = archive.store(body, JSON);
        intake.accept(contacts.contact(request, message, original, now()));
        store.accepted(message, now());
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

    private Instant now() {
        // PostgreSQL keeps microseconds, and a repeat must answer what the first call answered.
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
