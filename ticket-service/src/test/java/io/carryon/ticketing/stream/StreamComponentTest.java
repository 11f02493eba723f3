package io.carryon.ticketing.stream;

import static io.carryon.ticketing.calls.CallFixtures.arrived;
import static io.carryon.ticketing.calls.CallFixtures.contactOf;
import static io.carryon.ticketing.calls.CallFixtures.ended;
import static io.carryon.ticketing.calls.CallFixtures.told;
import static io.carryon.ticketing.line.Desk.sits;
import static io.carryon.ticketing.line.Desk.ticketOf;
import static io.carryon.ticketing.line.RecognizedFixtures.callFor;
import static org.assertj.core.api.Assertions.assertThat;

import io.carryon.ticketing.calls.CallIntake;
import io.carryon.ticketing.line.Desk;
import io.carryon.ticketing.line.Line;
import io.carryon.ticketing.line.Listening;
import io.carryon.ticketing.line.Listening.Message;
import io.carryon.ticketing.line.RecognizedFixtures;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@QuarkusTest
class StreamComponentTest {

    private final String ann = "ann-" + UUID.randomUUID();
    private final String ben = "ben-" + UUID.randomUUID();

    @Inject
    CallIntake calls;

    @Test
    void ownersHearWhatOthersDoOnTheirTicketsAndWhoGetsOrLosesOneHearsThat() {
        var ann = "ann-" + UUID.randomUUID();
        var ben = "ben-" + UUID.randomUUID();
        var mail = RecognizedFixtures.mail();
        var id = Desk.ticketOf(mail);
        try (var first = Listening.as(ann);
                var second = Listening.as(ben)) {
            var begin = first.lastId();
            put(ann, id, "owner", "{\"owner\":\"me\"}");
            put(ann, id, "priority", "{\"priority\":\"HIGH\"}");
            put("agent-1", id, "priority", "{\"priority\":\"LOW\"}");
            Desk.ticketOf(RecognizedFixtures.mailAbout(
                    UUID.fromString(mail.at("/customer/id").textValue()),
                    UUID.fromString(mail.at("/issue/id").textValue())));
            put("agent-1", id, "owner", "{\"owner\":\"%s\"}".formatted(ben));
            put(ben, id, "priority", "{\"priority\":\"URGENT\"}");

            var toAnn = List.of(
                    "ticket.changed PRIORITY_CHANGED agent-1",
                    "ticket.changed CONTACT_ADDED null",
                    "ticket.assigned null agent-1");
            hears(first, id, toAnn);
            hears(second, id, List.of("ticket.assigned null agent-1"));
            var lost = first.messages().getLast().data();
            assertThat(lost.get("owner").textValue()).isEqualTo(ben);
            assertThat(lost.get("ownerBefore").textValue()).isEqualTo(ann);
            try (var again = Listening.with(Line.bearer(ann, "agent"), begin)) {
                hears(again, id, toAnn);
            }
        }
    }

    private static void hears(Listening listening, String ticket, List<String> told) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(heard(listening, ticket)).isEqualTo(told));
    }

    private static List<String> heard(Listening listening, String ticket) {
        return listening.messages().stream()
                .filter(message -> ticket.equals(message.data().path("ticketId").textValue()))
                .map(message -> "%s %s %s"
                        .formatted(
                                message.event(),
                                message.data().path("change").textValue(),
                                message.data().path("by").textValue()))
                .toList();
    }

    private static void put(String who, String ticket, String what, String body) {
        Desk.as(who)
                .header("If-Match", "*")
                .body(body)
                .put("/v1/tickets/%s/%s".formatted(ticket, what))
                .then()
                .statusCode(200);
    }

    @Test
    void aCallIsOfferedToTheQueueAnsweredToTheOneAndEndedToBoth() {
        sits(ann, "technical", "301");
        sits(ben, "technical", "302");
        var call = callFor("technical");
        var contact = contactOf(call);
        call.set("question", Line.json("{\"text\":\"About the invoice?\"}"));
        try (var first = Listening.as(ann);
                var second = Listening.as(ben)) {
            ticketOf(call);
            var offered = first.about(contact.toString(), 1).getFirst();
            calls.take(arrived(
                    told(contact, 1, "answered", "\"agent\":{\"extension\":\"301\"},\"waitSec\":9"),
                    ended(contact, 2, "answered")));

            assertThat(offered.event()).isEqualTo("call.offered");
            assertThat(offered.data().at("/offer/position").intValue()).isPositive();
            assertThat(offered.data().at("/call/customer/name").textValue()).isEqualTo("Maria Weber");
            assertThat(offered.data().at("/call/question/text").textValue()).isEqualTo("About the invoice?");
            assertThat(offered.data().at("/call/card/contactCount").intValue()).isEqualTo(2);
            assertThat(offered.data().at("/call/phone/menuPath/1").textValue()).isEqualTo("0");
            assertThat(first.about(contact.toString(), 3))
                    .extracting(Message::event)
                    .containsExactly("call.offered", "call.answered", "call.ended");
            assertThat(first.about(contact.toString(), 3)
                            .get(1)
                            .data()
                            .at("/call/ticket/owner")
                            .textValue())
                    .isEqualTo(ann);
            assertThat(second.about(contact.toString(), 2))
                    .extracting(Message::event)
                    .containsExactly("call.offered", "call.ended");
        }
    }

    @Test
    void whoServesAnotherQueueHearsNothing() {
        sits(ann, "billing", "303");
        sits(ben, "technical", "304");
        var elsewhere = callFor("technical");
        var own = callFor("billing");
        try (var listening = Listening.as(ann)) {
            ticketOf(elsewhere);
            ticketOf(own);

            listening.about(contactOf(own).toString(), 1);
            assertThat(listening.messages())
                    .extracting(Message::contact)
                    .doesNotContain(contactOf(elsewhere).toString());
        }
    }

    @Test
    void whoChangesQueuesHearsOfTheNewOneAtOnce() {
        sits(ann, "technical", "305");
        try (var listening = Listening.as(ann)) {
            sits(ann, "billing", "305");
            var call = callFor("billing");
            ticketOf(call);

            assertThat(listening.about(contactOf(call).toString(), 1)).hasSize(1);
        }
    }

    @Test
    void theStreamSaysHowToBeReadAndThatItLives() {
        try (var listening = Listening.as(ann)) {
            assertThat(listening.header("Content-Type")).startsWith("text/event-stream");
            assertThat(listening.header("Cache-Control")).isEqualTo("no-store");
            assertThat(listening.header("X-Accel-Buffering")).isEqualTo("no");
            assertThat(listening.header("Content-Encoding")).isNotEqualTo("gzip");
            assertThat(listening.retry()).isEqualTo("3000");
            listening.hearsThatItLives();
        }
    }
}
