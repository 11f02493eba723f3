package io.carryon.gateway.widget;

import io.carryon.gateway.problem.ProblemException;
import io.carryon.gateway.site.PageOrigin;
import io.carryon.gateway.site.Site;
import io.vertx.core.http.HttpServerRequest;

/** Whether a request comes from the widget's own page or a page of the site, as browsers tell; anything else may lie. */
final class OwnPages {

    private OwnPages() {}

    /** 403 with the remedy when a browser says that it is another site's page. */
    static void check(Site site, HttpServerRequest request) {
        var page = PageOrigin.of(request);
        if (!page.isOurs() && !site.has(page.origin())) {
            throw ProblemException.of(
                    403,
                    "wrong-origin",
                    "This page may not open chats of the site",
                    "Add the page's origin, scheme, host and port, to the site's origins.");
        }
    }
}
