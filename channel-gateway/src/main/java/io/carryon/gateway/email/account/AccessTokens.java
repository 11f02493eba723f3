package io.carryon.gateway.email.account;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Optional;

/** The access tokens of one account: each is used until shortly before its end, or until the mail server refuses it. */
final class AccessTokens {

    private static final Duration MARGIN = Duration.ofMinutes(1);
    private static final Duration UNTOLD = Duration.ofMinutes(5);

    private final OauthClient client;
    private final TokenEndpoint endpoint;
    private final Clock clock;
    private String token;
    private Instant renewAt = Instant.MIN;
    /** The one that the endpoint gave in place of the configured one, and which of those it replaced. */
    private String followingRefreshToken;

    private String replacedRefreshToken;

    /** The endpoint is given up after {@code timeout}. */
    AccessTokens(OauthClient client, Duration timeout, Clock clock) {
        this.client = client;
        this.endpoint = new TokenEndpoint(client.tokenUrl(), timeout);
        this.clock = clock;
    }

    /** Throws when the endpoint gives none. */
    synchronized String current() throws MessagingException {
        if (token == null || !Instant.now(clock).isBefore(renewAt)) {
            fetch();
        }
        return token;
    }

    /** The server does not take this one: the next is a new one. */
    synchronized void refused(String refused) {
        if (refused.equals(token)) {
            token = null;
        }
    }

    private void fetch() throws MessagingException {
        var refreshToken = secret(client.refreshToken(), client.refreshTokenFile());
        var given = endpoint.ask(form(refreshToken));
        given.refreshToken().ifPresent(following -> {
            followingRefreshToken = following;
            replacedRefreshToken = refreshToken.orElse(null);
        });
        var life = given.life().orElse(UNTOLD);
        var margin = life.dividedBy(2).compareTo(MARGIN) < 0 ? life.dividedBy(2) : MARGIN;
        token = given.accessToken();
        renewAt = Instant.now(clock).plus(life).minus(margin);
    }

    private LinkedHashMap<String, String> form(Optional<String> refreshToken) throws MessagingException {
        var form = new LinkedHashMap<String, String>();
        form.put("grant_type", refreshToken.isPresent() ? "refresh_token" : "client_credentials");
        form.put("client_id", client.clientId());
        secret(client.clientSecret(), client.clientSecretFile()).ifPresent(secret -> form.put("client_secret", secret));
        // An operator who configures another one has the last word.
        refreshToken.ifPresent(configured -> form.put(
                "refresh_token", configured.equals(replacedRefreshToken) ? followingRefreshToken : configured));
        client.scope().ifPresent(scope -> form.put("scope", scope));
        return form;
    }

    private static Optional<String> secret(Optional<String> told, Optional<Path> file) throws MessagingException {
        if (told.isPresent() || file.isEmpty()) {
            return told;
        }
        try {
            return Optional.of(Files.readString(file.get()).strip());
        } catch (IOException e) {
            throw new MessagingException("The file %s cannot be read".formatted(file.get()), e);
        }
    }
}
