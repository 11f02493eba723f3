package io.carryon.gateway.testing;

import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.ConfigProvider;

/** Tokens of the test's own issuer, and others. */
public final class Tokens {

    private static final String ELSEWHERE = "https://elsewhere.example";

    /** A signature takes tens of milliseconds where the compiler does not optimize. */
    private static final Map<String, String> VALID = new ConcurrentHashMap<>();

    private Tokens() {}

    /** A valid token of this role, the same one every time; the role is its name too. */
    public static String of(String role) {
        return VALID.computeIfAbsent(
                role, each -> signed(claims(each, setting("carryon.jwt.issuer")).audience(audience())));
    }

    /** Rightly signed, but by an issuer nobody configured. */
    public static String ofForeignIssuer(String role) {
        return signed(claims(role, ELSEWHERE).audience(audience()));
    }

    /** Tokens that open nothing, by what is wrong with them. */
    public static Map<String, String> thatOpenNothing(String role) {
        var issuer = setting("carryon.jwt.issuer");
        var yesterday = Instant.now().minus(Duration.ofDays(1));
        return Map.of(
                "another audience",
                signed(claims(role, issuer).audience("payroll")),
                "no audience",
                signed(claims(role, issuer)),
                "another issuer",
                ofForeignIssuer(role),
                "another key",
                signedElsewhere(claims(role, issuer).audience(audience())),
                "expired",
                signed(claims(role, issuer)
                        .audience(audience())
                        .issuedAt(yesterday.minusSeconds(60))
                        .expiresAt(yesterday)));
    }

    private static JwtClaimsBuilder claims(String role, String issuer) {
        return Jwt.issuer(issuer)
                .upn(role + "-client")
                .groups(Set.of(role))
                .expiresAt(Instant.now().plus(Duration.ofHours(1)));
    }

    private static String signed(JwtClaimsBuilder claims) {
        return claims.sign(setting("carryon.test.jwt.private-key"));
    }

    private static String signedElsewhere(JwtClaimsBuilder claims) {
        var token = signed(claims);
        var content = token.substring(0, token.lastIndexOf('.'));
        try {
            var keys = KeyPairGenerator.getInstance("RSA");
            // Too short for anything else, and found at once: one of today's length takes many seconds.
            keys.initialize(1024);
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(keys.generateKeyPair().getPrivate());
            signature.update(content.getBytes(StandardCharsets.US_ASCII));
            return content + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has RSA", e);
        }
    }

    private static String audience() {
        return setting("carryon.jwt.audience");
    }

    private static String setting(String name) {
        return ConfigProvider.getConfig().getValue(name, String.class);
    }
}
