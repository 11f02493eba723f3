package io.carryon.gateway.testing;

import io.smallrye.jwt.build.Jwt;
import java.time.Duration;
import java.util.Set;
import org.eclipse.microprofile.config.ConfigProvider;

/** Tokens of the test's own issuer. */
public final class Tokens {

    private Tokens() {}

    /** A valid token of this role; the role is its name too. */
    public static String of(String role) {
        return signed(role, issuer());
    }

    /** Rightly signed, but by an issuer nobody configured. */
    public static String ofForeignIssuer(String role) {
        return signed(role, "https://elsewhere.example");
    }

    private static String signed(String role, String issuer) {
        return Jwt.issuer(issuer)
                .upn(role + "-client")
                .groups(Set.of(role))
                .expiresIn(Duration.ofMinutes(10))
                .sign(ConfigProvider.getConfig().getValue("carryon.test.jwt.private-key", String.class));
    }

    private static String issuer() {
        return ConfigProvider.getConfig().getValue("carryon.jwt.issuer", String.class);
    }
}
