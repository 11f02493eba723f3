package io.carryon.profile;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.carryon.profile.line.OnLocalStack;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The committed description is the one the service gives of itself; on a difference the new one is in target. */
@QuarkusTest
class OpenApiTest extends OnLocalStack {

    @Test
    void theCommittedDescriptionIsTheGeneratedOne() throws IOException {
        var module = Path.of(System.getProperty("carryon.root"), "customer-profile-service");
        var generated =
                given().get("/q/openapi").then().statusCode(200).extract().asString();
        Files.writeString(module.resolve("target/openapi.yaml"), generated);

        assertThat(module.resolve("openapi.yaml"))
                .as("copy target/openapi.yaml over openapi.yaml when the change is wanted")
                .hasContent(generated);
    }
}
