package io.carryon.gateway.selfservice;

import io.carryon.gateway.contact.Archive;
import io.carryon.gateway.contact.ContactId;
import io.carryon.gateway.contact.ContactIntake;
import io.carryon.gateway.contact.IntakeLog;
import io.carryon.gateway.contact.Original;
import io.carryon.gateway.door.IdempotencyKey;
import io.carryon.gateway.door.Submissions.Submission;
import io.carryon.gateway.problem.ProblemException;
import io.carryon.gateway.trail.Trails;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Takes requests from portals. The row is kept with its original, then the contact is published and the row shown: what
 * breaks in between is not shown, and the same call again finishes it under the same ids.
 */
@ApplicationScoped
public class PortalRequests {

    static final String PATH = "/portal/v1/requests";

    private final PortalStore store;
    private final PortalIntake intake;
    private final PortalFiles files;
    private final PortalContacts contacts;
    private final Archive archive;
    private final ContactIntake contactIntake;
    private final Trails trails;
    private final Clock clock;

    public PortalRequests(
            PortalStore store,
            PortalIntake intake,
            PortalFiles files,
            PortalContacts contacts,
            Archive archive,
            ContactIntake contactIntake,
            Trails trails,
            Clock clock) {
        this.store = store;
        this.intake = intake;
        this.files = files;
        this.contacts = contacts;
        this.archive = archive;
        this.contactIntake = contactIntake;
        this.trails = trails;
        this.clock = clock;
    }

    /** Makes the request durable, once for a key of a client; 422 when the key came with other content before. */
    public PortalAnswers.Accepted submit(Viewer viewer, Submission<PortalRequestForm> unscoped) {
        var submitted = viewer.scoped(unscoped);
        var form = submitted.form();
        var requester = viewer.requester(form.requester());
        contacts.handles(requester);
        var original = Original.of(submitted.body(), PortalOriginals.JSON);
        var contactId = contactOf(submitted);
        files.check(ownerOf(viewer, submitted), form.files(), contactId);
        var request = intake.addIfNew(
                PortalRequest.fresh(
                        contactId,
                        submitted.client(),
                        original.sha256(),
                        requester,
                        form,
                        trails.before(form.selfServiceSession(), contactId),
                        clock.instant()),
                form.text(),
                submitted.body());
        if (!request.payloadHash().equals(original.sha256())) {
            throw IdempotencyKey.reused();
        }
        if (!request.accepted()) {
            files.claim(form.files(), contactId, contactId);
            publish(request, request.firstMessage(form.text()), original);
        }
        return new PortalAnswers.Accepted(
                request.reference().value(), request.contactId(), pathOf(request), request.receivedAt());
    }

    /** Whether what came first under this key is shown to nobody: the broker did not say that it took it. */
    public boolean gotNowhere(Viewer viewer, Submission<PortalRequestForm> unscoped) {
        return intake.isPending(contactOf(viewer.scoped(unscoped)));
    }

    /** The same of a further message. */
    public boolean gotNowhere(Viewer viewer, String typed, Submission<PortalMessageForm> unscoped) {
        return intake.isPending(messageOf(known(viewer, typed), viewer.scoped(unscoped)));
    }

    private static UUID messageOf(PortalRequest request, Submission<PortalMessageForm> submitted) {
        return ContactId.derive(
                "portal",
                submitted.client(),
                pathOf(request) + "/messages",
                submitted.key().value());
    }

    private static UUID contactOf(Submission<PortalRequestForm> submitted) {
        return ContactId.derive(
                "portal", submitted.client(), PATH, submitted.key().value());
    }

    /** Makes a further message of the same contact durable, once for a key; what an earlier call left goes out first. */
    public PortalAnswers.MessageAccepted write(Viewer viewer, String typed, Submission<PortalMessageForm> unscoped) {
        var request = known(viewer, typed);
        var submitted = viewer.scoped(unscoped);
        var text = submitted.form().said();
        var original = Original.of(submitted.body(), PortalOriginals.JSON);
        var messageId = messageOf(request, submitted);
        files.check(ownerOf(viewer, submitted), submitted.form().files(), messageId);
        var due = intake.addIfNew(
                messageId, request.contactId(), text, original.sha256(), submitted.body(), clock.instant());
        if (due.isEmpty()) {
            throw ProblemException.conflict(
                    "request-full", "This request has all the messages it can hold. Submit a new one.");
        }
        var message = due.getLast();
        if (!message.payloadHash().equals(original.sha256())) {
            throw IdempotencyKey.reused();
        }
        files.claim(submitted.form().files(), request.contactId(), messageId);
        due.stream()
                .filter(pending -> pending.acceptedAt() == null)
                .forEach(pending -> publish(request, pending, PortalOriginals.of(archive, pending)));
        return new PortalAnswers.MessageAccepted(request.reference().value(), messageId, message.saidAt());
    }

    /** The request, if the viewer may see it; 404 else, as if there were none. */
    public PortalRequest known(Viewer viewer, String typed) {
        return Reference.typed(typed)
                .flatMap(store::find)
                .filter(viewer::maySee)
                .orElseThrow(() -> ProblemException.notFound(
                        "Check the reference: sixteen letters and digits, such as 7K3M-Q0ZD-2F9T-XW5B."));
    }

    /** The request that a contact made; nothing when there is none, or it was erased. */
    public Optional<PortalRequest> ofContact(UUID contactId) {
        return store.find(contactId);
    }

    /** The contact of a request, for a portal's server; 404 when the reference is none of ours. */
    UUID contactOf(Viewer viewer, String typed) {
        return known(viewer, typed).contactId();
    }

    /** Whose files a submission may name: the browser's, or the server's. */
    static String ownerOf(Viewer viewer, Submission<?> submission) {
        return ownerOf(viewer, submission.client());
    }

    static String ownerOf(Viewer viewer, String client) {
        return viewer.isServer() ? "client:" + client : "browser:" + viewer.session();
    }

    private void publish(PortalRequest request, PortalMessage message, Original original) {
        var now = clock.instant();
        var attached = files.of(List.of(message.messageId())).getOrDefault(message.messageId(), List.of());
        var contact = contacts.contact(request, message, attached, original, now);
        contactIntake.publish(contact);
        intake.accepted(message, IntakeLog.Arrival.accepted(contact), now);
    }

    static String pathOf(PortalRequest request) {
        return PATH + "/" + request.reference().value();
    }
}
