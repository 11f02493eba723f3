package io.carryon.gateway.portal;

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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;

/** Where customers sign in: by a link in their mail, with their account, or by the signed link of a request. */
@Path("/help")
@PermitAll
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class SignInPages {

    private static final String DOOR = "help-sign-in";

    private final Visit visit;
    private final HelpAnswers answers;
    private final HelpErrors errors;
    private final MailedSignIns mailed;
    private final AccountSignIns accounts;
    private final SignedLinks links;
    private final Sessions sessions;
    private final GuardedForm guard;

    SignInPages(
            Visit visit,
            HelpAnswers answers,
            HelpErrors errors,
            MailedSignIns mailed,
            AccountSignIns accounts,
            SignedLinks links,
            Sessions sessions,
            GuardedForm guard) {
        this.visit = visit;
        this.answers = answers;
        this.errors = errors;
        this.mailed = mailed;
        this.accounts = accounts;
        this.links = links;
        this.sessions = sessions;
        this.guard = guard;
    }

    @GET
    @Path("sign-in")
    @Operation(hidden = true)
    public Response form() {
        return answers.page(visit, HelpTemplates.signIn(visit.page(), accounts.isOn(), false));
    }

    @POST
    @Path("sign-in")
    @Operation(hidden = true)
    public Response ask(
            @RestForm String word, @RestForm String website, @RestForm String proof, @RestForm String email) {
        visit.checkForm(word);
        if (email == null || !EmailAddress.isOne(email.strip())) {
            return answers.page(visit, 400, HelpTemplates.signIn(visit.page(), accounts.isOn(), true));
        }
        // The mail itself is the proof; without one of work the limits alone hold.
        guard.admits(visit, DOOR, website, proof);
        mailed.ask(email, visit.browser(), visit.language());
        return answers.page(visit, HelpTemplates.sent(visit.page(), "sign_in_sent", "sign_in_sent_text", null, false));
    }

    @GET
    @Path("sign-in/{token}")
    @Operation(hidden = true)
    public Response look(@PathParam("token") String token) {
        return mailed.look(token, visit.browser())
                .map(waiting -> answers.page(
                        visit, HelpTemplates.signInLink(visit.page(), token, waiting.isSameBrowser(), false)))
                .orElseGet(() -> errors.of(visit, 404, "link"));
    }

    @POST
    @Path("sign-in/{token}")
    @Operation(hidden = true)
    public Response use(@PathParam("token") String token, @RestForm String word, @RestForm String email) {
        visit.checkForm(word);
        guard.limit(visit, DOOR);
        var proved = mailed.use(token, visit.browser(), email);
        if (proved.isPresent()) {
            visit.begin(proved.get());
            return answers.to(visit, "/help/requests");
        }
        return mailed.look(token, visit.browser())
                .map(waiting -> answers.page(
                        visit, 400, HelpTemplates.signInLink(visit.page(), token, waiting.isSameBrowser(), true)))
                .orElseGet(() -> errors.of(visit, 404, "link"));
    }

    @POST
    @Path("sign-out")
    @Operation(hidden = true)
    public Response out(@RestForm String word) {
        visit.checkForm(word);
        visit.end();
        return answers.to(visit, "/help");
    }

    /** The link is swapped for a cookie at once, and stands in the address no longer. */
    @GET
    @Path("l/{token}")
    @Operation(hidden = true)
    public Response follow(@PathParam("token") String token) {
        guard.limit(visit, "help-link");
        var link = links.follow(token);
        if (link.isEmpty()) {
            return errors.of(visit, 404, "link");
        }
        var known = sessions.find(visit.sessionCookie()).isPresent();
        sessions.open(
                known ? visit.sessionCookie() : visit.begin(null), link.get().hash());
        return answers.to(visit, "/help/requests/" + link.get().reference());
    }

    @GET
    @Path("account")
    @Operation(hidden = true)
    public Response account() {
        return accounts.begin(visit.browser(), visit.language())
                .map(address -> answers.to(visit, address.toString()))
                .orElseGet(() -> errors.of(visit, 404, "not_found"));
    }

    @GET
    @Path("account/back")
    @Operation(hidden = true)
    public Response back(@QueryParam("code") String code, @QueryParam("state") String state) {
        var proved = accounts.finish(code, state, visit.browser());
        if (proved.isEmpty()) {
            return errors.of(visit, 403, "account");
        }
        visit.begin(proved.get());
        return answers.to(visit, "/help/requests");
    }
}
