package io.carryon.gateway.portal;

import io.carryon.gateway.contact.Text;
import io.carryon.gateway.guard.ClientAddress;
import io.carryon.gateway.problem.ProblemException;
import io.carryon.gateway.selfservice.Viewer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.NewCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** A browser's request for a page: who it is, in which language it reads, and which cookies it is to have. */
@RequestScoped
public class Visit {

    /** Tells the browser from others before it is anybody's; its forms carry a word of it. */
    static final String BROWSER = "carryon_browser";

    static final String SESSION = "carryon_session";

    private static final int A_YEAR = 31_536_000;
    private static final List<String> KEPT = List.of("q", "subject", "reference", "draft");
    private static final int LONGEST_KEPT = 500;

    private final HttpServerRequest request;
    private final Sessions sessions;
    private final Secrets secrets;
    private final HelpConfig config;
    private final HelpWords words;
    private final Surroundings around;

    private final Map<String, NewCookie> given = new LinkedHashMap<>();
    private final KnownViewer viewer = new KnownViewer(this::found);
    private String browser;

    Visit(
            HttpServerRequest request,
            Sessions sessions,
            Secrets secrets,
            HelpConfig config,
            HelpWords words,
            Surroundings around) {
        this.request = request;
        this.sessions = sessions;
        this.secrets = secrets;
        this.config = config;
        this.words = words;
        this.around = around;
    }

    /** What is around the page's own part. */
    Page page() {
        return around.page(
                language(),
                // What is sent has no page of its own to be shown in another language.
                HttpMethod.GET.equals(request.method()) ? request.path() : "/help",
                kept(),
                secrets.formWord(browser()),
                who());
    }

    /** What the same page in another language needs of the query. */
    private String kept() {
        return KEPT.stream()
                .filter(name -> HttpMethod.GET.equals(request.method()) && request.getParam(name) != null)
                .map(name -> name + "="
                        + URLEncoder.encode(Text.cut(request.getParam(name), LONGEST_KEPT), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private String who() {
        return viewer.ifKnown()
                .filter(Viewer::isSignedIn)
                .map(known ->
                        known.email() != null ? known.email() : known.name() != null ? known.name() : known.account())
                .orElse(null);
    }

    /** By {@code ?lang}, which is kept, else as kept before, else as the browser says. */
    String language() {
        var asked = request.getParam("lang");
        if (words.has(asked)) {
            given.put(HelpWords.COOKIE, cookie(HelpWords.COOKIE, asked, A_YEAR, false));
            return asked;
        }
        return words.keptBy(request);
    }

    /** Random; new when the browser has none. */
    String browser() {
        if (browser == null) {
            var sent = cookie(BROWSER);
            if (Secrets.isToken(sent)) {
                browser = sent;
            } else {
                browser = Secrets.token();
                given.put(BROWSER, cookie(BROWSER, browser, A_YEAR, true));
            }
        }
        return browser;
    }

    /** Under which this browser's searches and reading are remembered. */
    String trail() {
        return secrets.trail(browser());
    }

    /** Whose browser it is, or nobody's. */
    Viewer viewer() {
        return viewer.get();
    }

    private Viewer found() {
        return sessions.find(sessionCookie())
                .orElseGet(() -> new Viewer(Secrets.hash(browser()), null, null, null, null, Set.of()));
    }

    /** The same browser, which made this contact just now, for the rest of its request alone. */
    Viewer viewerOf(UUID contactId) {
        var viewer = viewer();
        return new Viewer(
                viewer.session(), viewer.email(), viewer.account(), viewer.name(), viewer.method(), Set.of(contactId));
    }

    /** This browser, after its owner proved the address. */
    Viewer proved(String email, String method) {
        return new Viewer(Secrets.hash(browser()), email.toLowerCase(Locale.ROOT), null, null, method, Set.of());
    }

    String sessionCookie() {
        return cookie(SESSION);
    }

    /** Somebody was proved, or nobody (null): the browser is known by a new cookie from now on. */
    String begin(Sessions.Proved proved) {
        var token = sessions.begin(proved, sessionCookie());
        given.put(
                SESSION, cookie(SESSION, token, Math.toIntExact(config.session().toSeconds()), true));
        return token;
    }

    /** The browser is nobody's any more, and what it searched and read is not the next one's. */
    void end() {
        sessions.end(sessionCookie());
        given.put(SESSION, cookie(SESSION, "", 0, true));
        browser = Secrets.token();
        given.put(BROWSER, cookie(BROWSER, browser, A_YEAR, true));
    }

    ClientAddress address() {
        return ClientAddress.of(request);
    }

    Iterable<NewCookie> cookies() {
        browser();
        language();
        return given.values();
    }

    /** 403 unless the form came from a page of ours in this browser. */
    void checkForm(String word) {
        var origin = request.getHeader("Origin");
        // A page that says nothing of where it is has "null" for its own forms too: what counts is the word.
        var isOurs = origin == null || origin.equals("null") || isOurs(origin);
        if (!isOurs || !secrets.isFormWord(cookieOrNothing(BROWSER), word)) {
            throw ProblemException.of(
                    403, "form-refused", "The form is not ours", "Open the page again and send it from there.");
        }
    }

    private boolean isOurs(String origin) {
        try {
            var from = URI.create(origin).getAuthority();
            return from != null
                    && (from.equals(String.valueOf(request.authority()))
                            || from.equals(config.url().getAuthority()));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private String cookieOrNothing(String name) {
        var value = cookie(name);
        return value == null ? "" : value;
    }

    private String cookie(String name) {
        return Optional.ofNullable(request.getCookie(name))
                .map(io.vertx.core.http.Cookie::getValue)
                .orElse(null);
    }

    private NewCookie cookie(String name, String value, int seconds, boolean hidden) {
        return new NewCookie.Builder(name)
                .value(value)
                .path("/")
                .maxAge(seconds)
                .httpOnly(hidden)
                .secure("https".equals(config.url().getScheme()))
                .sameSite(NewCookie.SameSite.LAX)
                .build();
    }
}
