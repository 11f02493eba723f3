package io.carryon.gateway.portal;

import io.carryon.gateway.site.Sites;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Pages as they go out: in the browser's language, with the headers that keep others out. */
@ApplicationScoped
class HelpAnswers {

    static final String HTML = MediaType.TEXT_HTML + ";charset=UTF-8";

    private final Sites sites;
    private final HelpConfig config;

    HelpAnswers(Sites sites, HelpConfig config) {
        this.sites = sites;
        this.config = config;
    }

    Response page(Visit visit, TemplateInstance page) {
        return page(visit, 200, page);
    }

    Response page(Visit visit, int status, TemplateInstance page) {
        var language = visit.language();
        var text = page.setLocale(language).render();
        return finished(visit, Response.status(status).entity(text).type(HTML).header("Content-Language", language));
    }

    /** To another page, by GET. */
    Response to(Visit visit, String path) {
        // Not an absolute address: the browser knows better than we by which name it reached us.
        return finished(visit, Response.status(303).header("Location", path));
    }

    private Response finished(Visit visit, Response.ResponseBuilder answer) {
        visit.cookies().forEach(answer::cookie);
        guards().forEach(answer::header);
        return answer.build();
    }

    /** The headers that keep others out, of every answer. */
    Map<String, String> guards() {
        return Map.of(
                "Content-Security-Policy", policy(),
                "Referrer-Policy", "no-referrer",
                "Cache-Control", "no-store",
                "X-Content-Type-Options", "nosniff");
    }

    /** Our own pages may be framed by the configured sites alone. */
    private String policy() {
        var framers = sites.all().stream()
                .flatMap(site -> site.origins().stream())
                .distinct()
                .collect(Collectors.joining(" "));
        var styles = Stream.concat(Stream.of("'self'"), config.style().map(HelpAnswers::origin).stream())
                .collect(Collectors.joining(" "));
        return "default-src 'none'; style-src " + styles
                + "; script-src 'self'; connect-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none';"
                + " frame-ancestors 'self' " + framers;
    }

    private static String origin(URI address) {
        return address.getScheme() + "://" + address.getAuthority();
    }
}
