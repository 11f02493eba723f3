package io.carryon.gateway.article;

import io.carryon.gateway.site.Sites;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Lets pages of the configured sites, and no others, read articles from their own origin. */
@ApplicationScoped
public class HelpCors {

    private static final int BEFORE_AUTHENTICATION = -900;
    private static final String CACHED_SEC = "600";

    private final Sites sites;

    public HelpCors(Sites sites) {
        this.sites = sites;
    }

    void install(@Observes Router router) {
        router.route(HelpResource.PATH).order(BEFORE_AUTHENTICATION).handler(this::arrived);
        router.route(HelpResource.PATH + "/*").order(BEFORE_AUTHENTICATION).handler(this::arrived);
    }

    private void arrived(RoutingContext request) {
        var origin = request.request().getHeader(HttpHeaders.ORIGIN);
        var isAllowed = sites.haveOrigin(origin);
        var answer = request.response();
        answer.putHeader(HttpHeaders.VARY, HttpHeaders.ORIGIN);
        if (isAllowed) {
            answer.putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, origin)
                    .putHeader(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, "Retry-After");
        }
        if (!isPreflight(request)) {
            request.next();
        } else if (isAllowed) {
            answer.putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, "GET, POST")
                    .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, HelpResource.SESSION + ", Content-Type")
                    .putHeader(HttpHeaders.ACCESS_CONTROL_MAX_AGE, CACHED_SEC)
                    .setStatusCode(204)
                    .end();
        } else {
            answer.setStatusCode(403).end();
        }
    }

    private static boolean isPreflight(RoutingContext request) {
        return request.request().method().equals(HttpMethod.OPTIONS)
                && request.request().getHeader(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD) != null;
    }
}
