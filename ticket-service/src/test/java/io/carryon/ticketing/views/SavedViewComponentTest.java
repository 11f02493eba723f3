package io.carryon.ticketing.views;

import static io.carryon.ticketing.line.Desk.status;
import static io.carryon.ticketing.line.Desk.ticketOf;
import static io.carryon.ticketing.line.RecognizedFixtures.mailAbout;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.carryon.ticketing.line.Line;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SavedViewComponentTest {

    private final String me = "agent-" + UUID.randomUUID();
    private final String other = "agent-" + UUID.randomUUID();
    private final String boss = "boss-" + UUID.randomUUID();
    private final UUID customer = UUID.randomUUID();

    @Test
    void aViewOfOnesOwnIsKeptShownCountedChangedAndDeleted() {
        var held = ticketOf(mailAbout(customer, UUID.randomUUID()));
        ticketOf(mailAbout(customer, UUID.randomUUID()));
        status(held, "ON_HOLD").statusCode(200);
        var view = made(me, "Held", "status:on-hold customer:" + customer, false);

        agent(me)
                .get("/v1/views?counts=true")
                .then()
                .statusCode(200)
                .body("items", hasSize(sharedViews() + 1))
                .body("items.find { it.id == '%s' }.count.exact".formatted(view), equalTo(1));
        agent(me)
                .get("/v1/views/" + view + "/tickets")
                .then()
                .statusCode(200)
                .body("items.id", equalTo(List.of(held)))
                .body("hasMore", equalTo(false));

        change(agent(me), view, "\"1\"", body("All of hers", "customer:" + customer, false))
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("name", equalTo("All of hers"));
        agent(me).get("/v1/views/" + view + "/tickets?limit=1").then().body("hasMore", equalTo(true));
        change(agent(me), view, "\"1\"", body("Stale", "", false)).statusCode(412);
        change(agent(me), view, null, body("Blind", "", false)).statusCode(428);

        agent(me).header("If-Match", "\"2\"").delete("/v1/views/" + view).then().statusCode(204);
        agent(me).get("/v1/views/" + view).then().statusCode(404);
    }

    @Test
    void whatIsOnesOwnIsNobodyElsesAndWhatIsSharedIsTheSupervisors() {
        var mine = made(me, "Mine", "owner:me", false);
        var shared = supervisor()
                .header("Idempotency-Key", UUID.randomUUID())
                .body(body("Everybody's " + boss, "owner:me customer:" + customer, true))
                .post("/v1/views")
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");

        agent(other).get("/v1/views/" + mine).then().statusCode(404);
        agent(other)
                .get("/v1/views?limit=50")
                .then()
                .body("items.id", not(hasItem(mine)))
                .body("items.id", hasItem(shared));
        agent(other).get("/v1/views/" + shared).then().statusCode(200).header("ETag", "\"1\"");
        change(agent(other), shared, "\"1\"", body("Taken over", "", true)).statusCode(403);
        agent(other)
                .header("If-Match", "\"1\"")
                .delete("/v1/views/" + shared)
                .then()
                .statusCode(403);
        create(agent(me), UUID.randomUUID().toString(), body("For all", "", true))
                .statusCode(403);
        supervisor()
                .header("If-Match", "\"1\"")
                .delete("/v1/views/" + shared)
                .then()
                .statusCode(204);
    }

    @Test
    void aViewIsMadeOncePerKeyAndANameStandsOnce() {
        var key = UUID.randomUUID().toString();
        var first = create(agent(me), key, body("Once", "refund", false)).statusCode(201);
        create(agent(me), key, body("Once", "refund", false))
                .statusCode(201)
                .body("id", equalTo(first.extract().<String>path("id")));
        create(agent(me), key, body("Other", "refund", false)).statusCode(422);
        create(agent(me), UUID.randomUUID().toString(), body("once", "", false)).statusCode(409);
        create(agent(other), UUID.randomUUID().toString(), body("Once", "", false))
                .statusCode(201);
    }

    @Test
    void aQueryThatCannotBeUnderstoodIsRefusedByName() {
        create(agent(me), UUID.randomUUID().toString(), body("Wrong", "colour:red", false))
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/query"));
        create(agent(me), UUID.randomUUID().toString(), "{\"query\":\"x\"}").statusCode(400);
    }

    @Test
    void manyViewsAreReadPageByPage() {
        for (var i = 0; i < 3; i++) {
            made(me, "View " + i, "", false);
        }
        var seen = new ArrayList<String>();
        String next = null;
        do {
            var page = agent(me)
                    .queryParam("limit", 2)
                    .queryParam("cursor", next == null ? List.of() : List.of(next))
                    .get("/v1/views")
                    .then()
                    .statusCode(200)
                    .extract();
            seen.addAll(page.<List<String>>path("items.name"));
            next = page.path("next");
        } while (next != null);

        assertThat(seen).contains("View 0", "View 1", "View 2").doesNotHaveDuplicates();
    }

    private int sharedViews() {
        return agent(other)
                .get("/v1/views?limit=50")
                .then()
                .extract()
                .<List<String>>path("items")
                .size();
    }

    private String made(String owner, String name, String query, boolean shared) {
        return create(agent(owner), UUID.randomUUID().toString(), body(name, query, shared))
                .statusCode(201)
                .header("ETag", "\"1\"")
                .extract()
                .path("id");
    }

    private static ValidatableResponse create(RequestSpecification who, String key, String body) {
        return who.header("Idempotency-Key", key).body(body).post("/v1/views").then();
    }

    private static ValidatableResponse change(RequestSpecification who, String id, String ifMatch, String body) {
        return (ifMatch == null ? who : who.header("If-Match", ifMatch))
                .body(body)
                .put("/v1/views/" + id)
                .then();
    }

    private static String body(String name, String query, boolean shared) {
        return "{\"name\":\"%s\",\"query\":\"%s\",\"shared\":%s}".formatted(name, query, shared);
    }

    private static RequestSpecification agent(String id) {
        return given().header("Authorization", Line.bearer(id, "agent")).contentType("application/json");
    }

    private RequestSpecification supervisor() {
        return given().header("Authorization", Line.bearer(boss, "supervisor")).contentType("application/json");
    }
}
