package io.carryon.gateway.messenger.whatsapp;

import static io.carryon.gateway.messenger.whatsapp.WhatsappCustomer.contact;
import static io.carryon.gateway.messenger.whatsapp.WhatsappCustomer.entries;
import static io.carryon.gateway.messenger.whatsapp.WhatsappCustomer.take;
import static org.assertj.core.api.Assertions.assertThat;

import io.carryon.gateway.contact.Archive;
import io.carryon.gateway.messenger.FakeProvider;
import io.carryon.gateway.messenger.ProviderPortResource;
import io.carryon.gateway.testing.Line;
import io.carryon.gateway.testing.Replies;
import io.carryon.local.testing.LocalStackResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What goes out by WhatsApp, and what Meta says became of it. */
@QuarkusTest
@WithTestResource(
        value = LocalStackResource.class,
        scope = TestResourceScope.GLOBAL,
        initArgs = @ResourceArg(name = "name", value = "gateway"))
@WithTestResource(value = ProviderPortResource.class, scope = TestResourceScope.GLOBAL)
class WhatsappReplyComponentTest {

    private final WhatsappCustomer customer = new WhatsappCustomer();
    private FakeProvider meta;

    @Inject
    Archive archive;

    @BeforeEach
    void listen() {
        meta = FakeProvider.listening();
    }

    @AfterEach
    void close() {
        meta.close();
    }

    @Test
    void aReplyGoesOutWithItsFileAndStatesInAnyOrderAreItsDelivery() {
        take(customer.text(customer.wamid(), Instant.now(), "Where is my parcel?"));
        entries(customer.wamid(), 1);
        var file = archive.store("offer".getBytes(StandardCharsets.UTF_8), "application/pdf");

        var ticket = Replies.ask(
                contact(customer.wamid()),
                "whatsapp",
                "It comes tomorrow.",
                Replies.attached(file.sha256(), "offer.pdf", "application/pdf", 5));
        var sent = meta.awaited("/messages", asked -> asked.body().contains(customer.number()), 2);

        assertThat(sent.getFirst().path()).isEqualTo("/graph/v23.0/106540352242922/messages");
        assertThat(sent.getFirst().json().at("/text/body").asText()).isEqualTo("It comes tomorrow.");
        assertThat(sent.getLast().json().at("/document/filename").asText()).isEqualTo("offer.pdf");
        assertThat(meta.asked("/media", asked -> asked.body().contains("offer")))
                .hasSize(1);
        Replies.reasonOnce(ticket, "SENT");
        var last = lastId();
        customer.states(List.of(last + " read", last + " delivered", last + " sent"));
        customer.states(List.of("wamid.OUT" + (Integer.parseInt(last.substring(9)) - 1) + " delivered"));
        Replies.reasonOnce(ticket, "DELIVERED");
    }

    @Test
    void whatWhatsappCouldNotBringIsAFailureWithItsReason() {
        take(customer.text(customer.wamid(), Instant.now(), "Hello"));
        entries(customer.wamid(), 1);
        var ticket = Replies.ask(contact(customer.wamid()), "whatsapp", "Hello!");
        Replies.reasonOnce(ticket, "SENT");

        customer.states(List.of(lastId() + " failed"));

        assertThat(Replies.reasonOnce(ticket, "BOUNCED"))
                .contains("Message undeliverable")
                .contains("131026");
    }

    @Test
    void afterTheWindowAReplyFailsWithTheReasonUnlessThereIsATemplate() {
        var yesterday = Instant.now().minus(Duration.ofHours(25));
        take(customer.text(customer.wamid(), yesterday, "Hello"));
        entries(customer.wamid(), 1);
        take(
                "offers",
                customer.text(customer.wamid(), yesterday, "Hello").replace("106540352242922", "106540352242923"));
        var other = contact("offers", customer.wamid());
        Line.entriesOf(other, 1);

        var ticket = Replies.ask(contact(customer.wamid()), "whatsapp", "Hello!");
        var byTemplate = Replies.ask(other, "whatsapp", "Your parcel\n\nis here.");

        assertThat(Replies.reasonOnce(ticket, "FAILED"))
                .contains("within 24 hours")
                .contains("another channel");
        Replies.reasonOnce(byTemplate, "SENT");
        var template = meta.awaited("/messages", asked -> asked.body().contains(customer.number()), 1)
                .getFirst()
                .json();
        assertThat(template.at("/template/name").asText()).isEqualTo("answer");
        assertThat(template.at("/template/language/code").asText()).isEqualTo("en_US");
        assertThat(template.at("/template/components/0/parameters/0/text").asText())
                .isEqualTo("Your parcel is here.");
    }

    @Test
    void aReplyWaitsWhileMetaIsAwayAndGoesOutLater() {
        take(customer.text(customer.wamid(), Instant.now(), "Hello"));
        entries(customer.wamid(), 1);
        meta.close();
        var ticket = Replies.ask(contact(customer.wamid()), "whatsapp", "We are back.");
        assertThat(Replies.reasonOnce(ticket, "WAITING"))
                .satisfiesAnyOf(
                        reason -> assertThat(reason).isNull(),
                        reason -> assertThat(reason).contains("cannot be reached"));

        meta = FakeProvider.listening();
        meta.next("/messages", 429, "{\"error\":{\"message\":\"Rate limit hit\",\"code\":130429}}");
        Replies.reasonOnce(ticket, "SENT");

        assertThat(meta.asked("/messages", asked -> asked.body().contains("We are back.")))
                .hasSize(2);
    }

    @Test
    void whoeverAnswersAMessageOfOursNamesItsIssue() {
        take(customer.text(customer.wamid(), Instant.now(), "Hello"));
        entries(customer.wamid(), 1);
        Replies.reasonOnce(Replies.ask(contact(customer.wamid()), "whatsapp", "Which order?"), "SENT");

        take(customer.message(customer.wamid() + "-2", Instant.now(), """
                "context":{"from":"15550783881","id":"%s"},"type":"text","text":{"body":"This one"}""".formatted(lastId())));

        assertThat(entries(customer.wamid(), 2)
                        .getLast()
                        .at("/thread/repliedIssueId")
                        .asText())
                .isEqualTo(UUID.nameUUIDFromBytes(new byte[] {1}).toString());
    }

    private String lastId() {
        return "wamid.OUT" + meta.count();
    }
}
