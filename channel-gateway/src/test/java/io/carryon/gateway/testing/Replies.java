package io.carryon.gateway.testing;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

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
        ask(ticket, contact, channel, text, more);
        return ticket;
    }

    /** Asks for one more reply of a ticket and returns the reply's id. */
    public static UUID askIn(UUID ticket, UUID contact, String channel, String text) {
        return ask(ticket, contact, channel, text, Map.of());
    }

    private static UUID ask(UUID ticket, UUID contact, String channel, String text, Map<String, Object> more) {
        var reply = UUID.randomUUID();
        var event = TicketEvents.reply(reply, ticket, contact, channel, text);
        event.putAll(more);
        Line.publish("reply.requested", ticket, event);
        return reply;
    }

    /** The states of a ticket's replies, of the one asked for last first. */
    public static List<String> statesOf(UUID ticket) {
        return of(ticket).stream().map(reply -> (String) reply.get("state")).toList();
    }

    /** Waits until the one reply to a ticket has this state, and returns the reason that stands there, or null. */
    public static String reasonOnce(UUID ticket, String state) {
        return await()
                .atMost(Duration.ofSeconds(30))
                .until(
                        () -> of(ticket),
                        replies -> replies.size() == 1
                                && state.equals(replies.getFirst().get("state")))
                .stream()
                .map(reply -> (String) reply.get("reason"))
                .reduce(null, (none, reason) -> reason);
    }

    private static List<Map<String, Object>> of(UUID ticket) {
        return given().auth()
                .oauth2(Tokens.of("agent"))
                .queryParam("ticketId", ticket)
                .get("/v1/replies")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items");
    }

    /** A file of the archive as an event names it. */
    public static Map<String, Object> attached(String sha256, String name, String mediaType, long size) {
        return Map.of(
                "attachments", List.of(Map.of("sha256", sha256, "name", name, "mediaType", mediaType, "size", size)));
    }
}
