package io.carryon.gateway.portal;

import io.carryon.gateway.problem.ProblemException;
import io.carryon.gateway.selfservice.PortalActs;
import io.carryon.gateway.selfservice.PortalAnswers;
import io.carryon.gateway.selfservice.PortalViews;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;

/** Where a call is booked, about a request or about something new. */
@Path("/help")
@PermitAll
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class CallbackPages {

    private static final String DOOR = "help-callback";

    private final Visit visit;
    private final HelpAnswers answers;
    private final PortalActs acts;
    private final PortalViews views;
    private final PageRequests forms;
    private final GuardedForm guard;

    CallbackPages(
            Visit visit,
            HelpAnswers answers,
            PortalActs acts,
            PortalViews views,
            PageRequests forms,
            GuardedForm guard) {
        this.visit = visit;
        this.answers = answers;
        this.acts = acts;
        this.views = views;
        this.forms = forms;
        this.guard = guard;
    }

    @GET
    @Path("callback")
    @Operation(hidden = true)
    public Response form(@QueryParam("subject") String subject) {
        return shown(200, FilledForm.empty(visit.viewer().name(), subject), null, null, null);
    }

    @POST
    @Path("callback")
    @Operation(hidden = true)
    public Response book(
            @RestForm String word,
            @RestForm String key,
            @RestForm String website,
            @RestForm String proof,
            @RestForm String name,
            @RestForm String subject,
            @RestForm String number,
            @RestForm String slot,
            @QueryParam("lang") String language) {
        visit.checkForm(word);
        var fields = new RequestFields(name, "", number, "", subject, subject, visit.language(), visit.trail());
        if (language != null) {
            return shown(200, FilledForm.again(fields, Set.of()), slot, null, null);
        }
        FormSending sending = () -> booked(key, website, proof, fields, slot);
        return sending.or(
                wrong -> shown(400, FilledForm.again(fields, wrong), slot, null, null),
                status -> shown(status, FilledForm.refused(key, fields), slot, null, null));
    }

    private Response booked(String key, String website, String proof, RequestFields fields, String slot)
            throws PageRequests.WrongFields {
        check(fields);
        var viewer = visit.viewer();
        if (viewer.isSignedIn()) {
            guard.limit(visit, DOOR);
        } else if (!guard.admits(visit, DOOR, website, proof)) {
            // Somebody else's telephone must not be made to ring by a program: who cannot show to be a person calls us.
            return shown(403, FilledForm.refused(key, fields, "callback_by_person"), slot, null, null);
        }
        var accepted = forms.submit(viewer, key, fields, visit.language(), List.of());
        try {
            var booked = acts.callBack(
                    visit.viewerOf(accepted.contactId()), accepted.reference(), fields.phone(), time(slot), null);
            var reference = booked == null ? null : accepted.reference();
            return answers.page(
                    visit, HelpTemplates.sent(visit.page(), "callback_done", "callback_done_text", reference, false));
        } catch (ProblemException e) {
            return again(e, fields, slot, null, null);
        }
    }

    private static void check(RequestFields fields) throws PageRequests.WrongFields {
        var wrong = new HashSet<String>();
        if (fields.subject().isEmpty()) {
            wrong.add("subject");
        }
        if (fields.phone().chars().filter(Character::isDigit).count() < 5) {
            wrong.add("phone");
        }
        if (!wrong.isEmpty()) {
            throw new PageRequests.WrongFields(wrong);
        }
    }

    @GET
    @Path("requests/{reference}/callback")
    @Operation(hidden = true)
    public Response formOf(@PathParam("reference") String reference) {
        var view = views.view(visit.viewer(), reference, null, 1);
        return shown(200, FilledForm.empty(null, null), null, view.reference(), view.callback());
    }

    @POST
    @Path("requests/{reference}/callback")
    @Operation(hidden = true)
    public Response bookAbout(
            @PathParam("reference") String reference,
            @RestForm String word,
            @RestForm String number,
            @RestForm String slot) {
        visit.checkForm(word);
        var view = views.view(visit.viewer(), reference, null, 1);
        try {
            acts.callBack(visit.viewer(), reference, number, time(slot), null);
            return answers.to(visit, "/help/requests/" + view.reference() + "?done=callback");
        } catch (ProblemException e) {
            var fields = new RequestFields("", "", number, "", "", "", "", "");
            return again(e, fields, slot, view.reference(), view.callback());
        }
    }

    @POST
    @Path("requests/{reference}/callback/cancel")
    @Operation(hidden = true)
    public Response cancel(@PathParam("reference") String reference, @RestForm String word) {
        visit.checkForm(word);
        var view = views.view(visit.viewer(), reference, null, 1);
        acts.cancelCallback(visit.viewer(), reference);
        return answers.to(visit, "/help/requests/" + view.reference() + "?done=cancelled");
    }

    private Response again(
            ProblemException refused,
            RequestFields fields,
            String slot,
            String reference,
            PortalAnswers.BookedCallback booked) {
        return switch (refused.type()) {
            case "no-slot" -> shown(409, FilledForm.again(fields, Set.of("slot")), slot, reference, booked);
            case "validation" -> shown(400, FilledForm.again(fields, Set.of("phone")), slot, reference, booked);
            default -> throw refused;
        };
    }

    private static Instant time(String slot) {
        try {
            return slot == null || slot.isEmpty() ? null : Instant.parse(slot);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private Response shown(
            int status, FilledForm form, String slot, String reference, PortalAnswers.BookedCallback booked) {
        var slots = acts.slots().slots();
        var page = reference != null
                ? visit.page().from("/help/requests/" + reference + "/callback")
                : slots.isEmpty() ? visit.page() : visit.page().withForm("callback-form", "/help/callback");
        return answers.page(visit, status, HelpTemplates.callback(page, form, slots, reference, booked, time(slot)));
    }
}
