package io.carryon.gateway.door;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.carryon.gateway.testing.ProfileStubResource;
import io.carryon.gateway.testing.Tokens;
import io.carryon.local.testing.LocalStackResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A token opens this service only when it was made for it, by its issuer, and is still valid. */
@QuarkusTest
@WithTestResource(
        value = LocalStackResource.class,
        scope = TestResourceScope.GLOBAL,
        initArgs = @ResourceArg(name = "name", value = "gateway"))
@WithTestResource(value = ProfileStubResource.class, scope = TestResourceScope.GLOBAL)
class TokensComponentTest {

    private static final String PATH = "/portal/v1/requests/0000-0000-0000-0000";

    static Stream<Named<String>> refused() {
        return Tokens.thatOpenNothing("portal").entrySet().stream()
                .map(token -> Named.of(token.getKey(), token.getValue()));
    }

    @Test
    void aTokenMadeForUsOpens() {
        given().auth().oauth2(Tokens.of("portal")).get(PATH).then().statusCode(404);
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
