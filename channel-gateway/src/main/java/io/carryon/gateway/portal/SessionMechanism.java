package io.carryon.gateway.portal;

import io.carryon.gateway.selfservice.Viewer;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;

/** Lets a customer's own browser call the portal's doors, by the cookie it got when it signed in or followed a link. */
@ApplicationScoped
class SessionMechanism implements HttpAuthenticationMechanism {

    private static final String DOORS = "/portal/v1/";

    private final Sessions sessions;

    SessionMechanism(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager manager) {
        var cookie = context.request().getCookie(Visit.SESSION);
        if (cookie == null
                || !context.normalizedPath().startsWith(DOORS)
                || context.request().headers().contains(HttpHeaders.AUTHORIZATION)
                || !isFromHere(context)) {
            return Uni.createFrom().nullItem();
        }
        var value = cookie.getValue();
        return Uni.createFrom()
                .completionStage(() -> context.vertx()
                        .executeBlocking(() -> sessions.find(value), false)
                        .toCompletionStage())
                .map(SessionMechanism::identity);
    }

    /** A page elsewhere cannot make the browser change anything: its requests say where they come from. */
    private static boolean isFromHere(RoutingContext context) {
        var site = context.request().getHeader("Sec-Fetch-Site");
        var origin = context.request().getHeader(HttpHeaders.ORIGIN);
        var isReading = context.request().method().equals(HttpMethod.GET);
        var isSame = origin == null || origin.endsWith("://" + context.request().authority());
        return isSame && (site == null || site.equals("same-origin") || (isReading && site.equals("none")));
    }

    private static SecurityIdentity identity(Optional<Viewer> found) {
        return found.map(viewer -> (SecurityIdentity) QuarkusSecurityIdentity.builder()
                        .setPrincipal(new QuarkusPrincipal(PageRequests.CLIENT))
                        .addRole(viewer.isSignedIn() ? Viewer.CUSTOMER : Viewer.GUEST)
                        .addAttribute(Viewer.ATTRIBUTE, viewer)
                        .build())
                .orElse(null);
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        // Whoever has no token is asked for one, as at every door.
        return Uni.createFrom().nullItem();
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of();
    }

    @Override
    public int getPriority() {
        return DEFAULT_PRIORITY - 1;
    }
}
