package io.carryon.gateway.selfservice;

import io.carryon.gateway.callback.ContactCallbacks;
import io.carryon.gateway.door.ContactUs;
import io.carryon.gateway.door.HumanConfig;
import io.carryon.gateway.problem.ProblemException;
import io.carryon.gateway.recognition.QuestionShown;
import io.carryon.gateway.recognition.QuestionStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Requests as their customers see them. */
@ApplicationScoped
public class PortalViews {

    private final PortalStore store;
    private final PortalRequests requests;
    private final PortalFiles files;
    private final ContactCallbacks callbacks;
    private final QuestionStore questions;
    private final PortalReadings readings;
    private final HumanConfig human;

    PortalViews(
            PortalStore store,
            PortalRequests requests,
            PortalFiles files,
            ContactCallbacks callbacks,
            QuestionStore questions,
            PortalReadings readings,
            HumanConfig human) {
        this.store = store;
        this.requests = requests;
        this.files = files;
        this.callbacks = callbacks;
        this.questions = questions;
        this.readings = readings;
        this.human = human;
    }

    /** The request with a page of what was said; 404 unless the viewer may see it. */
    public PortalAnswers.View view(Viewer viewer, String typed, String cursor, int limit) {
        var request = requests.known(viewer, typed);
        var said = PortalConversation.page(
                store.said(request.contactId(), PortalConversation.Place.of(cursor), limit + 1), limit);
        var attached = files.of(said.ids());
        readings.shown(viewer, request.contactId(), said);
        return new PortalAnswers.View(
                request.reference().value(),
                request.subject(),
                request.state(),
                request.ticketNumber(),
                request.changedAt(),
                PortalAnswers.Expectation.of(request),
                callbacks
                        .booked(request.contactId(), request.ticketId())
                        .map(booked -> new PortalAnswers.BookedCallback(
                                booked.number(), booked.notBefore(), booked.notAfter()))
                        .orElse(null),
                request.state().isOver() && request.ratedAt() == null,
                questions.open(List.of(request.contactId())).stream()
                        .findFirst()
                        .map(QuestionShown::of)
                        .orElse(null),
                said.messages(attached, request),
                said.next(),
                said.hasMore(),
                ContactUs.of(human));
    }

    /** A signed-in customer's own requests, those that changed last first. */
    public PortalAnswers.Requests own(Viewer viewer, String cursor, int limit) {
        if (!viewer.isSignedIn()) {
            throw ProblemException.of(
                    403,
                    "sign-in-needed",
                    "Sign in to see your requests",
                    "A signed link opens its one request; sign in to see all of yours.");
        }
        return of(viewer.email(), viewer.account(), cursor, limit);
    }

    /** The requests of the customer whom a portal's server has proved by address, account or both. */
    PortalAnswers.Requests of(String email, String account, String cursor, int limit) {
        if (email == null && account == null) {
            throw ProblemException.invalid(
                    PortalListResource.EMAIL, "must name the customer, or " + PortalListResource.ACCOUNT);
        }
        var found = store.of(
                email == null ? null : email.strip().toLowerCase(Locale.ROOT),
                account,
                PortalConversation.Place.of(cursor),
                limit + 1);
        var shown = found.subList(0, Math.min(limit, found.size()));
        var hasMore = found.size() > limit;
        var last = hasMore ? shown.getLast() : null;
        return new PortalAnswers.Requests(
                shown.stream().map(PortalViews::summary).toList(),
                last == null ? null : new PortalConversation.Place(last.changedAt(), last.contactId()).cursor(),
                hasMore,
                ContactUs.of(human));
    }

    /** Where a request stands, without what was said or who asked: all that the reference alone tells. */
    public Optional<PortalAnswers.Summary> state(String typed) {
        return Reference.typed(typed)
                .flatMap(store::find)
                .map(request -> new PortalAnswers.Summary(
                        request.reference().value(),
                        null,
                        request.state(),
                        null,
                        request.receivedAt(),
                        request.changedAt(),
                        impersonal(request)));
    }

    /** A file of this request, if the viewer may see it; 404 else. */
    public PortalFile file(Viewer viewer, String typed, UUID fileId) {
        var request = requests.known(viewer, typed);
        return files.find(request.contactId(), fileId)
                .orElseThrow(() -> ProblemException.notFound("This request has no such file."));
    }

    /** Staff's own words may tell of the matter. */
    private static PortalAnswers.Expectation impersonal(PortalRequest request) {
        var outlook = request.outlook();
        return outlook == null
                ? null
                : new PortalAnswers.Expectation(
                        RequestOutlook.PROMISED.equals(outlook.code()) ? null : outlook.nextStep(),
                        outlook.code(),
                        outlook.nextUpdateBy(),
                        outlook.promised(),
                        null);
    }

    private static PortalAnswers.Summary summary(PortalRequest request) {
        return new PortalAnswers.Summary(
                request.reference().value(),
                request.subject(),
                request.state(),
                request.ticketNumber(),
                request.receivedAt(),
                request.changedAt(),
                PortalAnswers.Expectation.of(request));
    }
}
