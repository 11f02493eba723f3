package io.carryon.ticketing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OpenApiTest {

    @Test
    void theCommittedDocumentIsWhatTheServiceSays() throws IOException {
        var generated = given().accept("application/yaml").get("/q/openapi").asString();
        Files.writeString(Path.of("target/openapi.yaml"), generated);

        assertThat(Path.of("openapi.yaml"))
                .as("copy target/openapi.yaml over openapi.yaml and look at the difference")
                .hasContent(generated);
    }
}
