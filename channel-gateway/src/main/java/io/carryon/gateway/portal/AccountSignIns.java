package io.carryon.gateway.portal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.carryon.gateway.storage.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Sign-in with an account at an OpenID provider: authorization code with PKCE (RFC 7636), state and nonce, each good once
 * and in the browser that began. Its tokens open nothing else here.
 */
@ApplicationScoped
class AccountSignIns {

    private static final Logger LOG = Logger.getLogger(AccountSignIns.class);
    private static final String METHOD = "oidc";
    private static final int OK = 200;

    private final Sql sql;
    private final HelpConfig config;
    private final ObjectMapper json;
    private final Clock clock;
    private final HttpClient http;
    private volatile Provider provider;

    AccountSignIns(Sql sql, HelpConfig config, ObjectMapper json, Clock clock) {
        this.sql = sql;
        this.config = config;
        this.json = json;
        this.clock = clock;
        this.http = HttpClient.newBuilder()
                .connectTimeout(config.oidc().timeout())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    private record Provider(URI authorization, URI token, IdTokens tokens) {}

    private record Begun(String verifier, String nonce) {}

    boolean isOn() {
        return config.oidc().issuer().isPresent() && config.oidc().clientId().isPresent();
    }

    /** Where the browser goes to sign in; empty when that is off, or the provider does not answer. */
    Optional<URI> begin(String browser, String language) {
        return isOn() ? known().map(there -> authorization(there, browser, language)) : Optional.empty();
    }

    private URI authorization(Provider there, String browser, String language) {
        var state = Secrets.token();
        var nonce = Secrets.token();
        var verifier = Secrets.token() + Secrets.token();
        sql.update(
                "insert into portal_sign_in (token_sha256, browser, verifier, nonce, expires_at) values (?, ?, ?, ?, ?)",
                Secrets.hash(state),
                Secrets.hash(browser),
                verifier,
                nonce,
                clock.instant().plus(config.oidc().patience()));
        var query = new LinkedHashMap<String, String>();
        query.put("response_type", "code");
        query.put("client_id", config.oidc().clientId().orElseThrow());
        query.put("redirect_uri", back());
        query.put("scope", String.join(" ", config.oidc().scopes()));
        query.put("state", state);
        query.put("nonce", nonce);
        query.put("code_challenge", challenge(verifier));
        query.put("code_challenge_method", "S256");
        query.put("ui_locales", language);
        var address = there.authorization().toString();
        return URI.create(address + (address.contains("?") ? "&" : "?") + encoded(query));
    }

    /** Who signed in; empty when the provider says no, or the answer is none of what this browser began. */
    Optional<Sessions.Proved> finish(String code, String state, String browser) {
        if (!isOn() || code == null || !Secrets.isToken(state)) {
            return Optional.empty();
        }
        var begun = sql.first(
                """
                delete from portal_sign_in
                where token_sha256 = ? and browser = ? and verifier is not null and expires_at > ?
                returning verifier, nonce
                """,
                row -> new Begun(row.getString("verifier"), row.getString("nonce")),
                Secrets.hash(state),
                Secrets.hash(browser),
                clock.instant());
        return begun.flatMap(known -> known().flatMap(there -> exchange(there, code, known)));
    }

    private Optional<Sessions.Proved> exchange(Provider there, String code, Begun begun) {
        var form = new LinkedHashMap<String, String>();
        form.put("grant_type", "authorization_code");
        form.put("code", code);
        form.put("redirect_uri", back());
        form.put("client_id", config.oidc().clientId().orElseThrow());
        form.put("code_verifier", begun.verifier());
        var request = HttpRequest.newBuilder(there.token())
                .timeout(config.oidc().timeout())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(encoded(form)));
        config.oidc().clientSecret().ifPresent(secret -> request.header("Authorization", basic(secret)));
        try {
            return asked(request.build())
                    .map(answer -> answer.path("id_token").asText(""))
                    .filter(token -> !token.isEmpty())
                    .map(token -> proved(there, token, begun.nonce()));
        } catch (IdTokens.NotBelieved e) {
            LOG.warnf("An ID token is not believed: %s", e.getMessage());
            return Optional.empty();
        }
    }

    private Sessions.Proved proved(Provider there, String token, String nonce) {
        var claims = there.tokens().believed(token, nonce);
        var email = claims.get("email");
        // An address that the provider has not proved proves nothing here.
        var isProved = Boolean.parseBoolean(claims.getOrDefault("email_verified", "false"));
        return new Sessions.Proved(
                isProved ? email : null, claims.get(config.oidc().accountClaim()), claims.get("name"), METHOD);
    }

    private Optional<Provider> known() {
        if (provider == null) {
            var issuer = config.oidc().issuer().orElseThrow().toString();
            var base = issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer;
            provider = asked(HttpRequest.newBuilder(URI.create(base + "/.well-known/openid-configuration"))
                            .timeout(config.oidc().timeout())
                            .build())
                    .filter(found -> issuer.equals(found.path("issuer").asText()))
                    .map(found -> new Provider(
                            URI.create(found.path("authorization_endpoint").asText()),
                            URI.create(found.path("token_endpoint").asText()),
                            new IdTokens(
                                    issuer,
                                    config.oidc().clientId().orElseThrow(),
                                    found.path("jwks_uri").asText())))
                    .orElse(null);
        }
        return Optional.ofNullable(provider);
    }

    private Optional<JsonNode> asked(HttpRequest request) {
        try {
            var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() == OK) {
                return Optional.of(json.readTree(answer.body()));
            }
            LOG.warnf(
                    "The OpenID provider answered %d at %s",
                    answer.statusCode(), request.uri().getPath());
        } catch (IOException e) {
            LOG.warnf("The OpenID provider did not answer: %s", e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Optional.empty();
    }

    private String back() {
        return config.url() + "/help/account/back";
    }

    private String basic(String secret) {
        var pair = URLEncoder.encode(config.oidc().clientId().orElseThrow(), StandardCharsets.UTF_8) + ":"
                + URLEncoder.encode(secret, StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    private static String challenge(String verifier) {
        try {
            return Secrets.encoded(
                    MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
