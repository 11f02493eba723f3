package io.carryon.gateway.site;

import io.quarkus.arc.All;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;

/** Answers the browsers of the configured sites' visitors that a page may call us (CORS), before anybody is asked for a token. */
@ApplicationScoped
public class SiteCors {

    private static final int BEFORE_AUTHENTICATION = -900;
    private static final String CACHED_SEC = "600";

    private final Sites sites;
    private final List<OpenToSites> open;

    public SiteCors(Sites sites, @All List<OpenToSites> open) {
        this.sites = sites;
        this.open = open;
    }

    void install(@Observes Router router) {
        for (var paths : open) {
            router.route(paths.path()).order(BEFORE_AUTHENTICATION).handler(request -> arrived(request, paths));
            router.route(paths.path() + "/*").order(BEFORE_AUTHENTICATION).handler(request -> arrived(request, paths));
        }
    }

    private void arrived(RoutingContext request, OpenToSites paths) {
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
                    .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, paths.header() + ", Content-Type")
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
