package io.carryon.gateway.chat.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.carryon.gateway.chat.ChatReplies;
import io.carryon.gateway.contact.Channel;
import io.carryon.gateway.contact.Handle;
import io.carryon.gateway.reply.ReplyRequested;
import io.carryon.gateway.testing.Line;
import io.carryon.gateway.testing.ProfileStubResource;
import io.carryon.gateway.testing.Site;
import io.carryon.gateway.testing.TestBrowser;
import io.carryon.gateway.testing.TicketEvents;
import io.carryon.local.testing.LocalStackResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
        value = LocalStackResource.class,
        scope = TestResourceScope.GLOBAL,
        initArgs = @ResourceArg(name = "name", value = "gateway"))
@WithTestResource(value = ProfileStubResource.class, scope = TestResourceScope.GLOBAL)
class ChatStatusComponentTest {

    @TestHTTPResource("/v1/chat/ws")
    URI socket;

    @Inject
    ChatReplies replies;

    @Test
    void theVisitorSeesTheirPlaceInTheLineAndWhoAnswers() {
        var queue = "q-" + UUID.randomUUID();
        var first = Site.opened();
        var second = Site.opened();
        try (var one = TestBrowser.helloed(socket, first);
                var two = TestBrowser.helloed(socket, second)) {
            assertThat(one.status(status -> true).get("state").asText()).isEqualTo("new");
            say(one);
            say(two);
            publish(ticket(UUID.randomUUID(), 1, "OPENED", Site.contactOf(first), queue));
            var ticket = UUID.randomUUID();
            publish(ticket(ticket, 1, "OPENED", Site.contactOf(second), queue));

            var waiting = two.status(status -> status.path("position").asInt() == 2);
            assertThat(waiting.get("state").asText()).isEqualTo("waiting");
            assertThat(waiting.get("ticketNumber").asText()).isEqualTo("1004273");
            assertThat(waiting.get("nextStep").asText()).isEqualTo("We answer.");
            assertThat(one.status(status -> status.has("position"))
                            .get("position")
                            .asInt())
                    .isEqualTo(1);

            two.send("handoff");
            two.next("handoff");
            two.status(status -> status.path("position").asInt() == 1);
            one.status(status -> status.path("position").asInt() == 2);

            replies.deliver(reply(second), () -> {});
            two.next("msg.new");
            two.status(status -> status.get("state").asText().equals("open"));
            one.status(status -> status.path("position").asInt() == 1);

            var assigned = ticket(ticket, 2, "ASSIGNED", null, queue);
            assigned.put("ownerName", "Anna Weber");
            publish(assigned);
            two.status(status -> status.path("agentName").asText().equals("Anna Weber"));
            var resolved = ticket(ticket, 3, "STATUS_CHANGED", null, queue);
            resolved.put("status", "RESOLVED");
            publish(resolved);
            assertThat(two.status(status -> status.get("state").asText().equals("resolved"))
                            .has("nextStep"))
                    .isFalse();
        }
    }

    @Test
    void aMergedTicketIsFollowedToTheOneThatTookIt() {
        var session = Site.opened();
        var before = UUID.randomUUID();
        var survivor = UUID.randomUUID();
        try (var browser = TestBrowser.helloed(socket, session)) {
            say(browser);
            publish(ticket(before, 5, "OPENED", Site.contactOf(session), "billing"));
            browser.status(status -> status.has("ticketNumber"));
            publish(ticket(before, 6, "MERGED", null, "billing"));
            var absorbed = ticket(survivor, 2, "ABSORBED", null, "billing");
            absorbed.put("number", "1009999");
            absorbed.put("otherTicketId", before);
            publish(absorbed);
            browser.status(status -> status.path("ticketNumber").asText().equals("1009999"));
            var again = ticket(before, 7, "UNMERGED", null, "billing");
            again.put("otherTicketId", survivor);
            publish(again);
            browser.status(status -> status.path("ticketNumber").asText().equals("1004273"));
        }
    }

    @Test
    void somebodyIsThereWhenTheQueueSaysSoAndTheirTypingIsShown() {
        var queue = "q-" + UUID.randomUUID();
        var session = Site.opened();
        var contact = Site.contactOf(session);
        try (var browser = TestBrowser.helloed(socket, session)) {
            say(browser);
            publish(ticket(UUID.randomUUID(), 1, "OPENED", contact, queue));
            browser.status(status ->
                    status.has("ticketNumber") && status.get("agents").asText().equals("offline"));
            available(queue, 2, Instant.now());
            browser.status(status -> status.get("agents").asText().equals("online"));
            available(queue, 0, Instant.now());
            browser.status(status -> status.get("agents").asText().equals("offline"));

            typing(contact, Instant.now().minusSeconds(60), "Too late");
            typing(contact, Instant.now(), "Anna Weber");
            var typing = browser.next("typing");
            assertThat(typing.get("on").asBoolean()).isTrue();
            assertThat(typing.get("name").asText()).isEqualTo("Anna Weber");
        }
    }

    private static void say(TestBrowser browser) {
        browser.send("msg", "clientId", "c1", "text", "Hello");
        browser.next("ack");
    }

    private static void typing(UUID contact, Instant at, String name) {
        Line.publish(
                "chat.activity",
                contact,
                Map.of("contactId", contact, "from", "staff", "name", name, "typing", true, "at", at.toString()));
    }

    private static void available(String queue, int agents, Instant at) {
        Line.publish(
                "agents.availability",
                UUID.nameUUIDFromBytes(queue.getBytes(StandardCharsets.UTF_8)),
                Map.of("queue", queue, "available", agents, "at", at.toString()));
    }

    private static void publish(Map<String, Object> event) {
        Line.publish("ticket.changed", (UUID) event.get("ticketId"), event);
    }

    private static Map<String, Object> ticket(UUID ticketId, int revision, String change, UUID contact, String queue) {
        var event = new LinkedHashMap<>(TicketEvents.changed(ticketId, revision, change, "OPEN", contact));
        event.put("queue", queue);
        event.put("at", Instant.now().toString());
        event.put(
                "outlook",
                Map.of(
                        "nextStep",
                        "We answer.",
                        "nextStepCode",
                        "FIRST_RESPONSE",
                        "nextUpdateBy",
                        "2026-12-01T10:00:00Z",
                        "promised",
                        false));
        return event;
    }

    private static ReplyRequested reply(JsonPath session) {
        return new ReplyRequested(
                UUID.randomUUID(),
                UUID.randomUUID(),
                "1004273",
                UUID.randomUUID(),
                Site.contactOf(session),
                Channel.CHAT,
                "portal-client",
                new ReplyRequested.Recipient(Handle.Kind.CHAT, session.getString("sessionId"), null),
                "Chat",
                "We look into it.",
                new ReplyRequested.Author("a1", "Anna Weber"),
                null,
                Instant.now(),
                null,
                null,
                null);
    }
}
