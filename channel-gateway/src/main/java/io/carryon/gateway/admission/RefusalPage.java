package io.carryon.gateway.admission;

import io.vertx.core.http.HttpServerRequest;

/** Tells those at some paths that their request is not let in; elsewhere a problem tells it. */
public interface RefusalPage {

    /** Whether requests to the path, which is normalized, are told by this page. */
    boolean isAt(String path);

    /** Ends the answer, whose status and time to wait are set; at once, without a database, on an event loop. */
    void tell(HttpServerRequest request, int status);
}
