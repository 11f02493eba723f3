package io.carryon.gateway.ticket;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.carryon.gateway.testing.Ivr;
import io.carryon.gateway.testing.Line;
import io.carryon.gateway.testing.Portal;
import io.carryon.gateway.testing.ProfileStubResource;
import io.carryon.gateway.testing.TicketEvents;
import io.carryon.local.testing.LocalStackResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A contact that staff, or the customer's own answer, moved to another ticket. */
@QuarkusTest
@WithTestResource(
        value = LocalStackResource.class,
        scope = TestResourceScope.GLOBAL,
        initArgs = @ResourceArg(name = "name", value = "gateway"))
@WithTestResource(value = ProfileStubResource.class, scope = TestResourceScope.GLOBAL)
class MovedContactComponentTest {

    private static final Instant FIRST = Instant.parse("2026-03-02T10:20:00Z");

    private final UUID old = UUID.randomUUID();
    private final UUID other = UUID.randomUUID();

    @Inject
    TicketNews news;

    @Test
    void theReferenceShowsTheTicketTheRequestMovedToWhateverTheOldOneStillTells() {
        var accepted = Portal.submitted(Portal.REQUEST);
        var contact = accepted.getUUID("contactId");

        news.tell(List.of(told(old, "1004273", 1, "OPENED", "OPEN", contact, 0)));
        news.tell(List.of(told(other, "2000014", 7, "CONTACT_MOVED_IN", "WAITING_FOR_CUSTOMER", contact, 60)));
        news.tell(List.of(
                told(old, "1004273", 2, "CONTACT_ADDED", "OPEN", contact, 30),
                told(old, "1004273", 3, "CONTACT_MOVED_OUT", "CLOSED", contact, 60),
                told(old, "1004273", 4, "STATUS_CHANGED", "CLOSED", null, 90)));
        status(accepted.getString("reference"), "2000014", "waiting for you");

        news.tell(List.of(told(other, "2000014", 8, "STATUS_CHANGED", "RESOLVED", null, 120)));
        status(accepted.getString("reference"), "2000014", "solved");

        news.tell(List.of(told(old, "1004273", 5, "CONTACT_MOVED_IN", "OPEN", contact, 150)));
        status(accepted.getString("reference"), "1004273", "in progress");
    }

    @Test
    void theEndOfATicketThatLivesOnInAnotherIsNoNewsToTheCustomer() {
        var accepted = Portal.submitted(Portal.REQUEST);

        news.tell(List.of(
                told(old, "1004273", 1, "OPENED", "OPEN", accepted.getUUID("contactId"), 0),
                told(old, "1004273", 2, "MERGED", "CLOSED", null, 60)));

        status(accepted.getString("reference"), "1004273", "in progress");
    }

    @Test
    void aCallThatIsAskedAboutAgainIsAnsweredWithTheTicketItMovedTo() {
        var call = Ivr.call();
        var contact = Ivr.contactOf(call);
        Ivr.zeroOut(call, Ivr.ZERO).then().statusCode(201);
        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(300))
                .untilAsserted(() -> {
                    Line.publish("contact.recognized", contact, TicketEvents.recognized(contact));
                    Line.publish("ticket.changed", old, TicketEvents.changed(old, 1, "OPENED", "NEW", contact));
                    ticketOf(call, old);
                });

        Line.publish("ticket.changed", other, TicketEvents.changed(other, 4, "CONTACT_MOVED_IN", "OPEN", contact));

        await().atMost(Duration.ofSeconds(15)).untilAsserted(() -> ticketOf(call, other));
    }

    private static void ticketOf(String call, UUID ticket) {
        Ivr.zeroOut(call, Ivr.ZERO).then().statusCode(200).body("ticket.id", equalTo(ticket.toString()));
    }

    private static void status(String reference, String number, String state) {
        Portal.status(reference)
                .then()
                .statusCode(200)
                .body("ticketNumber", equalTo(number))
                .body("state", equalTo(state));
    }

    private static TicketChanged told(
            UUID ticket, String number, int revision, String change, String status, UUID contact, int seconds) {
        return new TicketChanged(
                ticket,
                number,
                revision,
                change,
                FIRST.plusSeconds(seconds),
                status,
                "billing",
                "NORMAL",
                contact,
                null,
                null,
                null,
                null,
                null);
    }
}
