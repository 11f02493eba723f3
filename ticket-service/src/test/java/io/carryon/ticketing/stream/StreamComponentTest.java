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
import io.carryon.ticketing.line.Line;
import io.carryon.ticketing.line.Listening;
import io.carryon.ticketing.line.Listening.Message;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class StreamComponentTest {

    private final String ann = "ann-" + UUID.randomUUID();
    private final String ben = "ben-" + UUID.randomUUID();

    @Inject
    CallIntake calls;

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
