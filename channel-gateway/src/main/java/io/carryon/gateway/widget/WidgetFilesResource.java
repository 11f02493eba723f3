package io.carryon.gateway.widget;

import io.carryon.gateway.problem.ProblemException;
import io.carryon.gateway.site.Sites;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Serves the widget: what a site's page loads, and the page in its frame. */
@Path("/")
@PermitAll
public class WidgetFilesResource {

    private static final String FOR_EVER = "public, max-age=31536000, immutable";
    private static final String FOR_MINUTES = "public, max-age=300, stale-while-revalidate=86400";
    private static final String ASK_AGAIN = "no-cache";

    private final WidgetFiles files;
    private final WidgetPage page;
    private final Sites sites;
    private final WidgetConfig config;

    WidgetFilesResource(WidgetFiles files, WidgetPage page, Sites sites, WidgetConfig config) {
        this.files = files;
        this.page = page;
        this.sites = sites;
        this.config = config;
    }

    @GET
    @Path("widget.js")
    @Operation(hidden = true)
    public Response loader(@HeaderParam(HttpHeaders.IF_NONE_MATCH) String known) {
        return answer(WidgetFiles.LOADER, FOR_MINUTES, known);
    }

    /** A file of a version is the same for ever; whoever still has another version's page gets ours, asked for each time. */
    @GET
    @Path("widget/{version}/{name}")
    @Operation(hidden = true)
    public Response file(
            @PathParam("version") String version,
            @PathParam("name") String name,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) String known) {
        return answer(name, version.equals(files.version()) ? FOR_EVER : ASK_AGAIN, known);
    }

    @GET
    @Path("widget/frame")
    @Operation(hidden = true)
    public Response frame(
            @QueryParam("key") String key,
            @QueryParam("origin") String origin,
            @QueryParam("lang") List<String> languages,
            @QueryParam("dir") String direction) {
        var site = sites.withKey(key)
                .orElseThrow(() -> ProblemException.notFound(
                        "Put the key of a configured site in the page's script tag (data-key)."));
        var body = page.of(site, site.has(origin) ? origin : "", languages, direction);
        return Response.ok(body.getBytes(StandardCharsets.UTF_8), "text/html;charset=UTF-8")
                .header("Content-Security-Policy", page.policy(site))
                .header("Cache-Control", ASK_AGAIN)
                .header("Referrer-Policy", "strict-origin")
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }

    /** For trying the widget out; sites have pages of their own. */
    @GET
    @Path("widget/demo")
    @Operation(hidden = true)
    public Response demo() {
        var site = sites.all().stream()
                .filter(any -> config.demoPage())
                .findFirst()
                .orElseThrow(() -> ProblemException.notFound("The demo page is off."));
        var body = new String(WidgetFiles.resource("demo.html"), StandardCharsets.UTF_8).replace("{key}", site.key());
        return Response.ok(body.getBytes(StandardCharsets.UTF_8), "text/html;charset=UTF-8")
                .header("Cache-Control", ASK_AGAIN)
                .build();
    }

    private Response answer(String name, String caching, String known) {
        var etag = '"' + files.version() + '"';
        if (known != null && (known.contains(etag) || known.strip().equals("*"))) {
            return Response.notModified()
                    .header(HttpHeaders.ETAG, etag)
                    .header("Cache-Control", caching)
                    .build();
        }
        var content = files.named(name)
                .orElseThrow(() -> ProblemException.notFound("The widget has no such file; load /widget.js."));
        return Response.ok(content, type(name))
                .header(HttpHeaders.ETAG, etag)
                .header("Cache-Control", caching)
                .header("X-Content-Type-Options", "nosniff")
                .header("Cross-Origin-Resource-Policy", "cross-origin")
                .header("Access-Control-Allow-Origin", "*")
                .build();
    }

    private static String type(String name) {
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "js" -> "text/javascript;charset=UTF-8";
            case "css" -> "text/css;charset=UTF-8";
            default -> MediaType.APPLICATION_JSON;
        };
    }
}
