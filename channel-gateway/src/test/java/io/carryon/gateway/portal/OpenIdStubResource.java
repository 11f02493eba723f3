package io.carryon.gateway.portal;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.carryon.gateway.door.Fingerprint;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;

/** A small OpenID provider. What its user's claims are, a test says by the code it lets the browser bring back. */
public final class OpenIdStubResource implements QuarkusTestResourceLifecycleManager {

    static final String CLIENT = "carryon-help";

    private static final Map<String, Map<String, Object>> ANSWERS = new ConcurrentHashMap<>();
    private static final Map<String, String> CHALLENGES = new ConcurrentHashMap<>();

    private HttpServer server;
    private RsaJsonWebKey key;
    private RsaJsonWebKey otherKey;

    /** The user signs in: the code brings these claims, if the verifier is that of the challenge. */
    static String signIn(Map<String, String> authorization, Map<String, Object> claims) {
        var code = Fingerprint.of(authorization.get("state"));
        CHALLENGES.put(code, authorization.get("code_challenge"));
        ANSWERS.put(code, claims);
        return code;
    }

    static Map<String, String> query(String text) {
        return Arrays.stream(text.split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    @Override
    public Map<String, String> start() {
        try {
            key = RsaJwkGenerator.generateJwk(2048);
            key.setKeyId("k1");
            otherKey = RsaJwkGenerator.generateJwk(2048);
            otherKey.setKeyId("k1");
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/.well-known/openid-configuration", exchange -> answer(exchange, 200, discovery()));
            server.createContext("/keys", exchange -> answer(exchange, 200, "{\"keys\":[" + key.toJson() + "]}"));
            server.createContext("/token", this::token);
            server.start();
            return Map.of("carryon.help.oidc.issuer", issuer(), "carryon.help.oidc.client-id", CLIENT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private String discovery() {
        return """
                {"issuer":"%1$s","authorization_endpoint":"%1$s/authorize","token_endpoint":"%1$s/token",
                 "jwks_uri":"%1$s/keys"}""".formatted(issuer());
    }

    private void token(HttpExchange exchange) throws IOException {
        var form = query(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        var claims = ANSWERS.remove(form.get("code"));
        if (claims == null || !challenge(form.get("code_verifier")).equals(CHALLENGES.get(form.get("code")))) {
            answer(exchange, 400, "{\"error\":\"invalid_grant\"}");
            return;
        }
        answer(exchange, 200, "{\"access_token\":\"x\",\"id_token\":\"" + signed(claims) + "\"}");
    }

    private String signed(Map<String, Object> given) {
        var claims = new JwtClaims();
        claims.setIssuer(issuer());
        claims.setAudience(CLIENT);
        claims.setSubject("cust-20417");
        claims.setExpirationTimeMinutesInTheFuture(5);
        given.forEach((name, value) -> {
            if (!name.startsWith("_")) {
                claims.setClaim(name, value);
            }
        });
        var signature = new JsonWebSignature();
        signature.setPayload(claims.toJson());
        signature.setAlgorithmHeaderValue("RS256");
        signature.setKeyIdHeaderValue("k1");
        signature.setKey((given.containsKey("_forged") ? otherKey : key).getPrivateKey());
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String challenge(String verifier) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        var bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        try (var body = exchange.getResponseBody()) {
            body.write(bytes);
        }
    }

    @Override
    public void stop() {
        server.stop(0);
    }
}
