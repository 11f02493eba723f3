package io.carryon.profile.recognition;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.carryon.profile.line.Contacts;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ManyChatsComponentTest extends RecognitionOnTheLine {

    private final String account = "acct-" + UUID.randomUUID();

    /** A chat of a visitor who is signed in: the session first, then the account. */
    private ObjectNode chat() {
        var event = Contacts.mail(UUID.randomUUID(), "session-" + UUID.randomUUID(), null);
        ((ObjectNode) event.put("channel", "chat").at("/sender/handles/0"))
                .put("kind", "chat")
                .put("method", "session");
        Contacts.handle(event, "account", account, "verified");
        return event;
    }

    @Test
    void afterSixtyChatsANewAddressIsStillOnTheCustomerAndInTheEvent() {
        for (int i = 0; i < 60; i++) {
            var event = chat();
            line.send("contact.received", account, event);
        }
        var address = someone();
        var last = recognize(Contacts.handle(chat(), "mailto", address, "verified"));

        assertThat(StreamSupport.stream(last.at("/customer/handles").spliterator(), false)
                        .map(handle -> handle.get("value").asText()))
                .containsExactlyInAnyOrder(account, address);
        given().auth()
                .oauth2(token("agent"))
                .get("/v1/customers/" + last.at("/customer/id").asText())
                .then()
                .statusCode(200)
                .body("handles.value", containsInAnyOrder(account, address));
    }
}
