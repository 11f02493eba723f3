package io.carryon.gateway.messenger;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.carryon.gateway.testing.Line;
import io.carryon.gateway.testing.TicketEvents;
import io.carryon.gateway.testing.Tokens;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Staff's side of a conversation: asks for replies, and looks what became of them. */
public final class Replies {

    private Replies() {}

    /** Asks for a reply to a contact and returns its ticket. */
    public static UUID ask(UUID contact, String channel, String text) {
        return ask(contact, channel, text, Map.of());
    }

    /** The same with more fields of the event. */
    public static UUID ask(UUID contact, String channel, String text, Map<String, Object> more) {
        var ticket = UUID.randomUUID();
        var event = TicketEvents.reply(UUID.randomUUID(), ticket, contact, channel, text);
        event.putAll(more);
        Line.publish("reply.requested", ticket, event);
        return ticket;
    }

    /** Waits until the one reply to a ticket has this state, and returns the reason that stands there, or null. */
    public static String reasonOnce(UUID ticket, String state) {
        return await()
                .atMost(Duration.ofSeconds(30))
                .until(
                        () -> given().auth()
                                .oauth2(Tokens.of("agent"))
                                .queryParam("ticketId", ticket)
                                .get("/v1/replies")
                                .then()
                                .statusCode(200)
                                .extract()
                                .jsonPath()
                                .<Map<String, Object>>getList("items"),
                        replies -> replies.size() == 1
                                && state.equals(replies.getFirst().get("state")))
                .stream()
                .map(reply -> (String) reply.get("reason"))
                .reduce(null, (none, reason) -> reason);
    }

    /** A file of the archive as an event names it. */
    public static Map<String, Object> attached(String sha256, String name, String mediaType, long size) {
        return Map.of(
                "attachments", List.of(Map.of("sha256", sha256, "name", name, "mediaType", mediaType, "size", size)));
    }
}
