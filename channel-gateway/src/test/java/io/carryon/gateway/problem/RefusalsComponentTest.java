package io.carryon.gateway.problem;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.carryon.gateway.testing.Portal;
import io.carryon.gateway.testing.ProfileStubResource;
import io.carryon.gateway.testing.Tokens;
import io.carryon.local.testing.LocalStackResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(
        value = LocalStackResource.class,
        scope = TestResourceScope.GLOBAL,
        initArgs = @ResourceArg(name = "name", value = "gateway"))
@WithTestResource(value = ProfileStubResource.class, scope = TestResourceScope.GLOBAL)
class RefusalsComponentTest {

    private static final String PROBLEM = "application/problem+json";

    @Test
    void aBodyThatIsTooLargeIsRefusedAsAProblem() {
        Portal.post(Portal.key(), "{\"text\":\"" + "x".repeat(1_100_000) + "\"}")
                .then()
                .statusCode(413)
                .contentType(PROBLEM)
                .body("type", equalTo("urn:carryon:problem:too-large"));
    }

    @Test
    void aBodyThatIsNotJsonIsRefusedAsAProblem() {
        Portal.portal()
                .header("Idempotency-Key", Portal.key())
                .contentType("text/plain")
                .body("Hello")
                .post(Portal.REQUESTS)
                .then()
                .statusCode(415)
                .contentType(PROBLEM)
                .body("type", equalTo("urn:carryon:problem:unsupported-media-type"));
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/intake?limit=abc, /limit",
        "/v1/intake?limit=101, /limit",
        "/v1/intake?channel=pigeon, /channel",
        "/v1/quarantine?limit=0, /limit",
        "/v1/quarantine?state=foo, /state"
    })
    void aParameterThatCannotBeReadIsNamed(String path, String pointer) {
        given().auth()
                .oauth2(Tokens.of("supervisor"))
                .get(path)
                .then()
                .statusCode(400)
                .contentType(PROBLEM)
                .body("errors.pointer", hasItem(pointer));
    }
}
