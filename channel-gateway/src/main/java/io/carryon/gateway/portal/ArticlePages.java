package io.carryon.gateway.portal;

import io.carryon.gateway.problem.ProblemException;
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
import java.util.Set;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;

/** Articles to be searched, read and judged. A person is one step away from each of them. */
@Path("/help/articles")
@PermitAll
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class ArticlePages {

    private static final Set<String> SAID = Set.of("helpful", "unhelpful", "solved");

    private final Visit visit;
    private final HelpAnswers answers;
    private final HelpErrors errors;
    private final PageArticles articles;

    ArticlePages(Visit visit, HelpAnswers answers, HelpErrors errors, PageArticles articles) {
        this.visit = visit;
        this.answers = answers;
        this.errors = errors;
        this.articles = articles;
    }

    @GET
    @Operation(hidden = true)
    public Response search(@QueryParam("q") String typed) {
        var found = articles.search(visit, PageArticles.words(typed));
        return answers.page(visit, HelpTemplates.articles(visit.page(), found));
    }

    @GET
    @Path("{id}")
    @Operation(hidden = true)
    public Response article(
            @PathParam("id") String id,
            @QueryParam("q") String typed,
            @QueryParam("said") String said,
            @QueryParam("draft") String draft) {
        return orGone(() -> {
            var outcome = said != null && SAID.contains(said) ? said : null;
            var shown = articles.read(visit, id, PageArticles.words(typed), outcome, draft != null);
            return answers.page(visit, HelpTemplates.article(visit.page(), shown));
        });
    }

    @POST
    @Path("{id}/helpful")
    @Operation(hidden = true)
    public Response rate(
            @PathParam("id") String id,
            @RestForm String word,
            @RestForm String helpful,
            @RestForm String q,
            @RestForm String draft) {
        visit.checkForm(word);
        if (!"true".equals(helpful) && !"false".equals(helpful)) {
            return errors.of(visit, 400, "refused");
        }
        return orGone(() -> {
            articles.rated(visit, id, "true".equals(helpful));
            return said(id, "true".equals(helpful) ? "helpful" : "unhelpful", q, draft);
        });
    }

    @POST
    @Path("{id}/solved")
    @Operation(hidden = true)
    public Response solved(
            @PathParam("id") String id, @RestForm String word, @RestForm String q, @RestForm String draft) {
        visit.checkForm(word);
        return orGone(() -> {
            articles.solved(visit, id);
            return said(id, "solved", q, draft);
        });
    }

    /** Instead of an article that is not there, what else there is. */
    private Response orGone(Supplier<Response> shown) {
        try {
            return shown.get();
        } catch (ProblemException e) {
            if (e.status() != 404) {
                throw e;
            }
            return answers.page(visit, 404, HelpTemplates.articles(visit.page(), articles.withoutIt(visit)));
        }
    }

    private Response said(String id, String what, String q, String draft) {
        var words = PageArticles.words(q);
        return answers.to(
                visit,
                "/help/articles/" + id + "?said=" + what
                        + (words.isEmpty() ? "" : "&q=" + ArticlePage.encoded(words))
                        + (draft == null || draft.isEmpty() ? "" : "&draft=1") + "#said");
    }
}
