package io.carryon.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.carryon.local.testing.LocalStackResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
        value = LocalStackResource.class,
        scope = TestResourceScope.GLOBAL,
        initArgs = @ResourceArg(name = "name", value = "gateway"))
class OpenApiTest {

    @Test
    void theCommittedDescriptionIsTheGeneratedOne() throws IOException {
        var module = Path.of(System.getProperty("carryon.root"), "channel-gateway");
        var generated =
                given().get("/q/openapi").then().statusCode(200).extract().asString();
        Files.writeString(module.resolve("target/openapi.yaml"), generated);

        assertThat(module.resolve("openapi.yaml"))
                .as("copy target/openapi.yaml over openapi.yaml when the change is wanted")
                .hasContent(generated);
    }
}
