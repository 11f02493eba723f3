package io.carryon.gateway.phone.ivr;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;

import io.carryon.gateway.testing.Ivr;
import io.carryon.gateway.testing.Tokens;
import io.carryon.local.testing.LocalStackResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
        value = LocalStackResource.class,
        scope = TestResourceScope.GLOBAL,
        initArgs = @ResourceArg(name = "name", value = "gateway"))
class MenuComponentTest {

    private static final String MENU = "/v1/ivr/menus/default";

    @Test
    void anyPhoneSystemReadsTheMenuThatIsConfigured() {
        Ivr.ivr().get("/v1/ivr/menus").then().statusCode(200).body("items.name", hasItem("default"));

        Ivr.ivr()
                .get(MENU)
                .then()
                .statusCode(200)
                .body("languages", hasItems("de", "en", "es", "fr", "lt", "pl", "ro"))
                .body("human.key", equalTo("0"))
                .body("human.words.de", hasItem("Mensch*"))
                .body("nodes.size()", greaterThan(5))
                .body("nodes.root.kind", equalTo("choice"))
                .body("nodes.root.say", aMapWithSize(7))
                .body("nodes.root.options[1].to", equalTo("billing"))
                .body("nodes.ticket.collect.name", equalTo("ticketNumber"));
    }

    @Test
    void whoHasTheMenuAlreadyIsToldSo() {
        var tag = Ivr.ivr().get(MENU).then().extract().header("ETag");

        Ivr.ivr().header("If-None-Match", tag).get(MENU).then().statusCode(304).header("ETag", tag);
        Ivr.ivr().header("If-None-Match", "\"other\"").get(MENU).then().statusCode(200);
    }

    @Test
    void thereIsNoMenuOfAnyOtherNameAndNoneForOthers() {
        Ivr.ivr().get("/v1/ivr/menus/missing").then().statusCode(404).contentType("application/problem+json");
        given().auth().oauth2(Tokens.of("portal")).get(MENU).then().statusCode(403);
    }
}
