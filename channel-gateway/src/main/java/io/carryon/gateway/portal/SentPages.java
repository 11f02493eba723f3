package io.carryon.gateway.portal;

import io.carryon.gateway.selfservice.Reference;
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
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;

/** What is said of a request that was sent, and where its sender confirms it where no proof of work came with it. */
@Path("/help")
@PermitAll
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class SentPages {

    private static final String METHOD = "signed-link";

    private final Visit visit;
    private final HelpAnswers answers;
    private final HelpErrors errors;
    private final PageRequests forms;
    private final Drafts drafts;
    private final RequestForm form;

    SentPages(
            Visit visit, HelpAnswers answers, HelpErrors errors, PageRequests forms, Drafts drafts, RequestForm form) {
        this.visit = visit;
        this.answers = answers;
        this.errors = errors;
        this.forms = forms;
        this.drafts = drafts;
        this.form = form;
    }

    @GET
    @Path("sent")
    @Operation(hidden = true)
    public Response toConfirm(@QueryParam("files") String files) {
        return answers.page(
                visit, HelpTemplates.sent(visit.page(), "confirm_sent", "confirm_sent_text", null, files != null));
    }

    @GET
    @Path("sent/{reference}")
    @Operation(hidden = true)
    public Response sent(@PathParam("reference") String reference) {
        var known = Reference.typed(reference);
        if (known.isEmpty()) {
            return errors.of(visit, 404, "not_found");
        }
        return answers.page(
                visit,
                HelpTemplates.sent(
                        visit.page(), "sent_title", "sent_text", known.get().value(), false));
    }

    @GET
    @Path("confirm/{token}")
    @Operation(hidden = true)
    public Response confirm(@PathParam("token") String token) {
        return drafts.isWaiting(token)
                ? answers.page(visit, HelpTemplates.confirm(visit.page(), token))
                : errors.of(visit, 404, "link");
    }

    @POST
    @Path("confirm/{token}")
    @Operation(hidden = true)
    public Response confirmed(@PathParam("token") String token, @RestForm String word) {
        visit.checkForm(word);
        var fields = drafts.find(token);
        if (fields.isEmpty()) {
            return errors.of(visit, 404, "link");
        }
        visit.begin(new Sessions.Proved(fields.get().email(), null, null, METHOD));
        try {
            // The token is the key: following the link twice makes one request.
            var accepted = forms.submit(
                    visit.proved(fields.get().email(), METHOD),
                    Secrets.hash(token),
                    fields.get(),
                    fields.get().language(),
                    List.of());
            drafts.done(token, fields.get().email());
            return answers.to(visit, "/help/requests/" + accepted.reference() + "?done=sent");
        } catch (PageRequests.WrongFields e) {
            return form.shown(visit, 400, FilledForm.again(fields.get(), e.fields()));
        }
    }
}
