package io.carryon.gateway.site;

import io.vertx.core.http.HttpServerRequest;
import java.net.URI;

/**
 * Which page a request comes from, as browsers tell; anything else may lie.
 *
 * @param origin null when none was told: no browser, or a page of ours that only reads
 * @param calledHost the host that was called, as the caller named it, or null
 * @param calledPort its port, or -1 when the scheme's own was called
 * @param isSameOrigin whether the browser itself said that page and address are of one origin
 */
public record PageOrigin(String origin, String calledHost, int calledPort, boolean isSameOrigin) {

    public static final String HEADER = "Origin";

    /** Browsers say in it what only they know behind a proxy that calls us by another name. */
    public static final String FETCH_SITE = "Sec-Fetch-Site";

    /** No browser. */
    public static final PageOrigin NONE = new PageOrigin(null, null, -1, false);

    /** Of a request. */
    public static PageOrigin of(HttpServerRequest request) {
        var called = request.authority();
        return of(
                request.getHeader(HEADER),
                called == null ? null : called.host(),
                called == null ? -1 : called.port(),
                request.getHeader(FETCH_SITE));
    }

    /** Of what was told. */
    public static PageOrigin of(String origin, String calledHost, int calledPort, String fetchSite) {
        return new PageOrigin(origin, calledHost, calledPort, "same-origin".equals(fetchSite));
    }

    /** Whether a browser told where the page is from. */
    public boolean isTold() {
        return origin != null;
    }

    /** Whether it is a page of the address that was called. */
    public boolean isOurs() {
        return isSameOrigin || isOf(calledHost, calledPort);
    }

    /** Whether it is a page of the host an address of ours names, whatever its path. */
    public boolean isOf(URI address) {
        return isOf(address.getHost(), address.getPort());
    }

    private boolean isOf(String host, int port) {
        if (origin == null || host == null) {
            return false;
        }
        try {
            var page = URI.create(origin);
            return host.equalsIgnoreCase(page.getHost()) && portOf(page, port) == portOf(page, page.getPort());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** A port that is left out is that of the page's scheme. */
    private static int portOf(URI page, int port) {
        var standard = "https".equals(page.getScheme()) ? 443 : 80;
        return port == -1 ? standard : port;
    }
}
