package io.carryon.ticketing.desk;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.carryon.ticketing.line.Desk;
import io.carryon.ticketing.line.Line;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A token opens this service only when it was made for it, by its issuer, and is still valid. */
@QuarkusTest
class TokensComponentTest {

    private static final String PATH = "/v1/tickets";

    private static JwtClaimsBuilder claims(String issuer) {
        return Jwt.issuer(issuer).subject("agent").groups(Set.of("agent"));
    }

    private static JwtClaimsBuilder ours() {
        return claims(Line.setting("carryon.jwt.issuer"));
    }

    private static String signed(JwtClaimsBuilder claims) {
        return claims.sign(Line.setting("carryon.test.jwt.private-key"));
    }

    static Stream<Named<String>> refused() throws GeneralSecurityException {
        var audience = Line.setting("carryon.jwt.audience");
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        var elsewhere = generator.generateKeyPair().getPrivate();
        var yesterday = Instant.now().minus(Duration.ofDays(1));
        return Stream.of(
                Named.of("another audience", signed(ours().audience("payroll"))),
                Named.of("no audience", signed(ours())),
                Named.of(
                        "another issuer",
                        signed(claims("https://elsewhere.example").audience(audience))),
                Named.of("another key", ours().audience(audience).sign(elsewhere)),
                Named.of(
                        "expired",
                        signed(ours().audience(audience)
                                .issuedAt(yesterday.minusSeconds(60))
                                .expiresAt(yesterday))));
    }

    @Test
    void aTokenMadeForUsOpens() {
        Desk.agent().get(PATH).then().statusCode(200);
    }

    @ParameterizedTest
    @MethodSource("refused")
    void anyOtherTokenIsRefused(String token) {
        given().auth()
                .oauth2(token)
                .get(PATH)
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:carryon:problem:unauthorized"));
    }
}
