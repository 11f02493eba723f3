package io.carryon.gateway.testing;

import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.ConfigProvider;

/** Tokens of the test's own issuer, and others. */
public final class Tokens {

    private static final String ELSEWHERE = "https://elsewhere.example";

    private Tokens() {}

    /** A valid token of this role; the role is its name too. */
    public static String of(String role) {
        return signed(claims(role, setting("carryon.jwt.issuer")).audience(audience()));
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
                .expiresAt(Instant.now().plus(Duration.ofMinutes(10)));
    }

    private static String signed(JwtClaimsBuilder claims) {
        return claims.sign(setting("carryon.test.jwt.private-key"));
    }

    private static String signedElsewhere(JwtClaimsBuilder claims) {
        try {
            return claims.sign(
                    KeyPairGenerator.getInstance("RSA").generateKeyPair().getPrivate());
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
