package io.carryon.profile.recognition;

import static io.carryon.profile.line.Contacts.call;
import static io.carryon.profile.line.Contacts.claimedMail;
import static io.carryon.profile.line.Contacts.mail;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.carryon.profile.documents.Change;
import io.carryon.profile.documents.Documents;
import io.carryon.profile.line.Line;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RecognizeContactComponentTest extends RecognitionOnTheLine {

    @Inject
    Documents documents;

    @Test
    void theFirstContactMakesACustomerAndAnIssue() {
        var from = someone();
        line.send("contact.received", from, mail(contact, "  " + from.toUpperCase(Locale.ROOT), "Router"));

        var message = line.messages(1, contact).getFirst();
        var recognized = Line.json(message);
        assertThat(recognized.at("/customer/match").asText()).isEqualTo("none");
        assertThat(recognized.at("/contact/sender/handles/0/value").asText()).isEqualTo(from);
        assertThat(decision(recognized)).isEqualTo("NEW");
        assertThat(evidence(recognized)).isEqualTo("first-contact");
        assertThat(recognized.at("/card/contactCount").asInt()).isZero();
        assertThat(message.key()).isEqualTo(recognized.at("/customer/id").asText());
        assertThat(header(message, "ce_id")).isEqualTo(contact.toString());
        assertThat(header(message, "ce_type")).isEqualTo("io.carryon.contact.recognized.v1");
        assertThat(header(message, "ce_correlationid")).isEqualTo("path-of-a-test");
    }

    @Test
    void theSecondContactCarriesTheFirstOnItsCard() {
        var from = someone();
        var first = recognize(mail(contact, from, "Router"));
        var second = recognize(mail(UUID.randomUUID(), from, "Invoice"));

        assertThat(second.at("/customer/id")).isEqualTo(first.at("/customer/id"));
        assertThat(second.at("/customer/match").asText()).isEqualTo("known");
        assertThat(evidence(second)).isEqualTo("nothing-matched");
        assertThat(second.at("/card/contactCount").asInt()).isEqualTo(1);
        assertThat(second.at("/card/recentContacts/0/contactId").asText()).isEqualTo(contact.toString());
        assertThat(second.at("/card/recentContacts/0/excerpt").asText())
                .isEqualTo("My router drops the line. Since Monday.");
        assertThat(recognize(claimedMail(UUID.randomUUID(), from, "Spoof?"))
                        .at("/customer/match")
                        .asText())
                .isEqualTo("maybe");
    }

    @Test
    void theCustomerIsAskedInTheLanguageTheySpokeLast() {
        var from = someone();
        recognize(mail(contact, from, "Maršrutizatorius").put("language", "lt"));

        assertThat(recognize(mail(UUID.randomUUID(), from, "Invoice").put("text", "?"))
                        .at("/question/language")
                        .asText())
                .isEqualTo("lt");
    }

    @Test
    void aRedeliveredContactIsPublishedTheSameAndCountedOnce() {
        var from = someone();
        var event = mail(contact, from, "Router");
        line.send("contact.received", from, event);
        line.send("contact.received", from, event);
        var twice = line.recognized(contact, 2);

        assertThat(twice.get(1)).isEqualTo(twice.get(0));
        var next = recognize(mail(UUID.randomUUID(), from, "Invoice"));
        assertThat(next.at("/card/contactCount").asInt()).isEqualTo(1);
        assertThat(next.at("/card/recentContacts")).hasSize(1);
    }

    @Test
    void aContactWhoseEffectsWereNotMadeIsFinishedWhenItComesAgain() {
        var from = someone();
        var event = mail(contact, from, "Router");
        var customer = recognize(event).at("/customer/id").asText();
        documents.apply(List.of(Change.of("customer:" + customer)
                .unset("contactCount")
                .unset("recentContacts")
                .unset("since")));

        line.send("contact.received", from, event);
        line.recognized(contact, 2);

        var next = recognize(mail(UUID.randomUUID(), from, "Invoice"));
        assertThat(next.at("/card/contactCount").asInt()).isEqualTo(1);
    }

    @Test
    void fiftyContactsOfOneNewHandleAtOnceAreOneCustomer() {
        var from = someone();
        var contacts = Stream.generate(UUID::randomUUID).limit(50).toList();
        // Keys spread them over all partitions, so that several are handled at the same time.
        IntStream.range(0, contacts.size())
                .parallel()
                .forEach(i -> line.send("contact.received", from + i, mail(contacts.get(i), from, "Router")));

        var customers = contacts.stream()
                .map(id -> line.recognized(id).at("/customer/id").asText())
                .distinct()
                .toList();
        assertThat(customers).hasSize(1);
        given().auth()
                .oauth2(token("agent"))
                .get("/v1/customers/" + customers.getFirst())
                .then()
                .statusCode(200)
                .body("contactCount", equalTo(50));
    }

    @Test
    void twoWithheldCallersAreNeverOneCustomer() {
        var one = recognize(call(contact, "anonymous"));
        var other = recognize(call(UUID.randomUUID(), "Anonymous"));

        assertThat(one.at("/customer/id")).isNotEqualTo(other.at("/customer/id"));
    }

    @Test
    void aVerifiedFurtherHandleBecomesTheCustomersAndAClaimedOneDoesNot() {
        var from = someone();
        var account = "acct-" + UUID.randomUUID();
        var claimed = someone();
        var event = mail(contact, from, "Router");
        var handles = event.withArray("/sender/handles");
        handles.addObject()
                .put("kind", "account")
                .put("value", account)
                .put("verification", "verified")
                .put("method", "oidc");
        handles.addObject().put("kind", "mailto").put("value", claimed).put("verification", "claimed");
        var customer = recognize(event).at("/customer/id");
        var signedIn = mail(UUID.randomUUID(), someone(), "Portal");
        ((ObjectNode) signedIn.at("/sender/handles/0")).put("kind", "account").put("value", account);

        assertThat(recognize(signedIn).at("/customer/id")).isEqualTo(customer);
        assertThat(recognize(mail(UUID.randomUUID(), claimed, "Mine")).at("/customer/id"))
                .isNotEqualTo(customer);
    }

    @Test
    void aPoisonMessageGoesToItsDeadLettersAndTheNextGoesOn() {
        var from = someone();
        line.send("contact.received", from, "{\"contactId\":\"" + contact + "\",\"sender\":7}");
        line.send("contact.received", from, "no json at all " + contact);
        var next = UUID.randomUUID();
        line.send("contact.received", from, mail(next, from, "Router"));

        assertThat(line.recognized(next).at("/customer/id").asText()).isNotEmpty();
        var dead = line.messages(2, contact);
        assertThat(dead).allSatisfy(message -> {
            assertThat(message.topic()).endsWith("contact.received.profile.dead");
            assertThat(header(message, "dead-letter-reason")).isNotBlank();
        });
    }
}
