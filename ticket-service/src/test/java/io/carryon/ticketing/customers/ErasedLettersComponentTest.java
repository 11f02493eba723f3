package io.carryon.ticketing.customers;

import static io.carryon.ticketing.customers.CustomerFixtures.arrived;
import static io.carryon.ticketing.customers.CustomerFixtures.erased;
import static io.carryon.ticketing.line.Desk.reply;
import static io.carryon.ticketing.line.Desk.supervisor;
import static io.carryon.ticketing.line.Desk.ticketOf;
import static io.carryon.ticketing.line.RecognizedFixtures.mailAbout;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.carryon.ticketing.deadletters.LetterErasure;
import io.carryon.ticketing.line.Line;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Dead letters of erased customers are neither read nor replayed. */
@QuarkusTest
class ErasedLettersComponentTest {

    private static final String RECEIVED = "contact.received.profile.dead";
    private static final String CHANGED = "customer.changed.gateway.dead";

    private final UUID customer = UUID.randomUUID();
    private final String sender = "Maria-" + customer + "@Example.org";
    private final Line line = Line.open();

    @Inject
    CustomerIntake intake;

    @Inject
    LetterErasure letters;

    @Test
    void whateverServiceGaveUpOnACustomersContactItIsErasedWithTheCustomer() {
        var mail = mailAbout(customer, UUID.randomUUID());
        ((ObjectNode) mail.at("/contact/sender/handles/0")).put("value", sender).put("raw", sender);
        var ticket = ticketOf(mail);
        String replyId = reply(ticket, "Dear Maria").statusCode(201).extract().path("id");
        var known = UUID.randomUUID();
        var contact = sent(RECEIVED, "mailto:other@example.org", received(known, "Maria was here"));
        var broken = sent(RECEIVED, "k", received(known, "Maria again").replaceFirst("}$", ""));
        var unrecognized = sent(
                RECEIVED,
                "mailto:" + sender.toLowerCase(Locale.ROOT),
                received(UUID.randomUUID(), "Maria, before anybody knew her"));
        var recognized = sent("contact.recognized.ticketing.dead", "k", mail.toString());
        var answer = sent(
                "reply.requested.gateway.dead",
                ticket,
                "{\"text\":\"Dear Maria\",\"replyId\":\"%s\",\"to\":{\"value\":\"%s\"}}".formatted(replyId, sender));
        var discarded = sent(RECEIVED, "k", received(known, "Maria once more"));
        var stranger = sent(
                RECEIVED,
                "mailto:jan@example.org",
                received(UUID.randomUUID(), "Is \"contactId\":\"%s\" mine?".formatted(known)));
        var erasure = sent(CHANGED, customer.toString(), "{\"customerId\":\"%s\"}".formatted(customer));

        settle(letter(discarded), "discard").statusCode(200);
        var erased = Stream.of(contact, broken, unrecognized, recognized, answer, discarded)
                .map(this::letter)
                .toList();
        var untouched = Stream.of(stranger, erasure).map(this::letter).toList();

        intake.take(arrived(erased(customer, known)));

        for (var letter : erased) {
            var shown = supervisor()
                    .get("/v1/dead-letters/" + letter)
                    .then()
                    .body("state", equalTo("ERASED"))
                    .body("payload", nullValue())
                    .extract()
                    .asString();
            assertThat(shown).doesNotContainIgnoringCase("maria");
            settle(letter, "replay").statusCode(409).body("type", containsString("erased"));
            settle(letter, "discard").statusCode(409);
        }
        supervisor()
                .get("/v1/dead-letters/" + untouched.getFirst())
                .then()
                .body("state", equalTo("WAITING"))
                .body("payload", containsString("Is "));
        // The gateway's own erasure of this customer must still be possible.
        settle(untouched.getLast(), "replay").statusCode(200).body("state", equalTo("REPLAYED"));
    }

    @Test
    void everyOneOfSeveralEventsErasesItsContacts() {
        var second = UUID.randomUUID();
        var letter = letter(sent(RECEIVED, "k", received(second, "Maria was here")));

        intake.take(arrived(erased(customer, UUID.randomUUID()), erased(customer, second)));

        supervisor().get("/v1/dead-letters/" + letter).then().body("state", equalTo("ERASED"));
    }

    @Test
    void aLetterThatComesAfterTheErasureIsErasedToo() {
        var known = UUID.randomUUID();
        intake.take(arrived(erased(customer, known)));
        var sentContact = sent(RECEIVED, "k", received(known, "Maria was here"));
        var recognized = letter(sent(
                "contact.recognized.gateway.dead",
                "k",
                mailAbout(customer, UUID.randomUUID()).toString()));
        var contact = letter(sentContact);

        letters.eraseTheLate();

        supervisor().get("/v1/dead-letters/" + contact).then().body("state", equalTo("ERASED"));
        supervisor().get("/v1/dead-letters/" + recognized).then().body("state", equalTo("ERASED"));
    }

    private static String received(UUID contactId, String text) {
        var contact = (ObjectNode) Line.json("{\"contactId\":\"%1$s\",\"entryId\":\"%1$s\"}".formatted(contactId));
        return contact.put("text", text).toString();
    }

    private static ValidatableResponse settle(String letter, String how) {
        return supervisor()
                .body("{\"reason\":\"about Maria\"}")
                .post("/v1/dead-letters/%s/%s".formatted(letter, how))
                .then();
    }

    /** Somebody gives up on an event, whose id is returned. */
    private String sent(String topic, String key, String data) {
        var event = UUID.randomUUID().toString();
        line.publishRaw(topic, event, "io.carryon." + topic.replaceFirst("\\.[a-z]+\\.dead$", ".v1"), key, data);
        return event;
    }

    /** The id of the event's letter, once it is there. */
    private String letter(String event) {
        var found = new AtomicReference<String>();
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            found.set(supervisor()
                    .get("/v1/dead-letters?limit=100")
                    .then()
                    .extract()
                    .path("items.find { it.eventId == '" + event + "' }?.id"));
            return found.get() != null;
        });
        return found.get();
    }
}
