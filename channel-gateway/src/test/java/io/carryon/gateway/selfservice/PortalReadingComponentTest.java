package io.carryon.gateway.selfservice;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.carryon.gateway.storage.Sql;
import io.carryon.gateway.testing.Line;
import io.carryon.gateway.testing.Portal;
import io.carryon.gateway.testing.ProfileStubResource;
import io.carryon.gateway.testing.Replies;
import io.carryon.gateway.testing.Tokens;
import io.carryon.local.testing.LocalStackResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Staff learn that the answer was shown where the customer follows the request. */
@QuarkusTest
@WithTestResource(
        value = LocalStackResource.class,
        scope = TestResourceScope.GLOBAL,
        initArgs = @ResourceArg(name = "name", value = "gateway"))
@WithTestResource(value = ProfileStubResource.class, scope = TestResourceScope.GLOBAL)
class PortalReadingComponentTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    Sql sql;

    private final UUID ticket = UUID.randomUUID();

    @Test
    void whatThePortalTookIsToldAsDelivered() {
        var request = submitted("{\"account\":\"cust-1\",\"verified\":true}");
        var reply = answered(request);
        given().auth()
                .oauth2(Tokens.of("agent"))
                .get(Portal.REQUESTS + "/" + request.getString("reference"))
                .then()
                .statusCode(200)
                .body("messages.from", hasItem("support"));
        assertThat(state()).as("staff looked").isEqualTo("SENT");

        look(request);
        assertThat(state()).isEqualTo("DELIVERED");
        await().atMost(PATIENCE).until(() -> told(reply), equalTo(Set.of("SENT", "DELIVERED")));

        look(request);
        var later = answered(request);
        look(request);
        await().atMost(PATIENCE).until(() -> told(later), hasItem("DELIVERED"));
        assertThat(told(reply)).as("looked at again").containsExactlyInAnyOrder("SENT", "DELIVERED");
    }

    @Test
    void whatMayStillGoByMailIsNotDeliveredByAServersLook() {
        var request = submitted("{\"name\":\"Marta\",\"email\":\"m-%s@example.org\"}".formatted(Portal.key()));
        look(request);
        var reply = answered(request);
        // As it stands until it goes by mail.
        sql.update("""
                insert into portal_letter (reply_id, contact_id, reply, owed_at)
                select ?, contact_id, '{}', now() + interval '1 day' from portal_request where contact_id = ?
                on conflict (reply_id) do update set owed_at = excluded.owed_at
                """, reply, request.getUUID("contactId"));
        sql.update(
                "update portal_request set looked_at = now() + interval '1 day' where contact_id = ?",
                request.getUUID("contactId"));
        var before = state();

        look(request);
        assertThat(state()).isNotEqualTo("DELIVERED").isEqualTo(before);

        sql.update("delete from portal_letter where reply_id = ?", reply);
        await().atMost(PATIENCE).untilAsserted(() -> {
            look(request);
            assertThat(state()).isEqualTo("DELIVERED");
        });
    }

    private static JsonPath submitted(String requester) {
        return Portal.submitted("""
                {"requester":%s,"subject":"The invoice is wrong","text":"You charged twice.","language":"en"}
                """.formatted(requester));
    }

    private static void look(JsonPath request) {
        Portal.status(request.getString("reference")).then().statusCode(200);
    }

    private UUID answered(JsonPath request) {
        var reply = Replies.askIn(ticket, request.getUUID("contactId"), "portal", "A credit note is coming.");
        await().atMost(PATIENCE).until(() -> told(reply), hasItem("SENT"));
        return reply;
    }

    /** What was reported of it, each once: a report may come twice. */
    private static Set<String> told(UUID reply) {
        return Line.allOf("delivery.outcome").stream()
                .filter(outcome -> outcome.get("replyId").asText().equals(reply.toString()))
                .map(outcome -> outcome.get("outcome").asText())
                .collect(Collectors.toSet());
    }

    /** Of the reply that was asked for last. */
    private String state() {
        return Replies.statesOf(ticket).getFirst();
    }
}
