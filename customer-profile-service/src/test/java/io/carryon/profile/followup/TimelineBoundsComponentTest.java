package io.carryon.profile.followup;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.carryon.profile.documents.Change;
import io.carryon.profile.documents.Documents;
import io.carryon.profile.history.IssueStore;
import io.carryon.profile.history.Timeline;
import io.carryon.profile.history.TimelineEntry;
import io.carryon.profile.identity.Customer;
import io.carryon.profile.identity.CustomerStore;
import io.carryon.profile.line.Contacts;
import io.carryon.profile.line.Line;
import io.carryon.profile.line.OnLocalStack;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A month's timeline takes 1,000 contacts and 1,000 replies and ticket changes, and no more. */
@QuarkusTest
class TimelineBoundsComponentTest extends OnLocalStack {

    private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);
    private static final Instant MONDAY = Instant.parse("2026-11-16T09:00:00Z");

    @Inject
    Documents documents;

    @Inject
    CustomerStore customers;

    @Inject
    Timeline timeline;

    @Inject
    IssueStore issues;

    @Inject
    RecordTicketChange recordTicketChange;

    @Inject
    RecordDelivery recordDelivery;

    private final UUID customer = UUID.randomUUID();
    private final UUID issue = UUID.randomUUID();
    private final UUID ticket = UUID.randomUUID();
    private long revision;

    private void counted(UUID of, String kind, int entries) {
        documents.apply(List.of(Change.of(CustomerStore.documentId(of)).set(kind + "." + NOVEMBER, entries)));
    }

    private TicketChanged change(String status, TicketChanged.Reply reply) {
        return new TicketChanged(
                ticket,
                "100013",
                issue,
                customer,
                ++revision,
                reply == null ? "STATUS_CHANGED" : "REPLIED",
                MONDAY,
                "Router",
                status,
                null,
                MONDAY,
                reply,
                null,
                null,
                null);
    }

    private static TicketChanged.Reply reply() {
        return new TicketChanged.Reply(UUID.randomUUID(), "email", "Please restart it.", "a".repeat(100_000));
    }

    private Collection<TimelineEntry> month() {
        return timeline.month(customer, NOVEMBER).values();
    }

    @Test
    void aStatusThatIsToggledWithoutEndStopsAtTheBound() {
        counted(customer, "told", 998);
        for (int i = 0; i < 5; i++) {
            recordTicketChange.record(change(i % 2 == 0 ? "OPEN" : "RESOLVED", null));
        }

        assertThat(month()).hasSize(2);
        assertThat(issues.find(issue).orElseThrow().latestTicket().orElseThrow().revision())
                .isEqualTo(5);
    }

    @Test
    void aChangeThatComesAgainIsCountedOnce() {
        var opened = change("OPEN", null);
        recordTicketChange.record(opened);
        recordTicketChange.record(opened);

        assertThat(customers.findEvenUnmet(customer).orElseThrow().entries(NOVEMBER))
                .isEqualTo(1);
    }

    @Test
    void aFullMonthStillShowsWhatBecameOfTheRepliesInIt() {
        var told = reply();
        var untold = reply();
        counted(customer, "told", 999);
        recordTicketChange.record(change("OPEN", told));
        recordTicketChange.record(change("OPEN", untold));
        recordDelivery.record(new DeliveryOutcome(told.replyId(), issue, "SENT", null, null, MONDAY));
        recordDelivery.record(new DeliveryOutcome(untold.replyId(), issue, "SENT", null, null, MONDAY));

        assertThat(month()).singleElement().satisfies(entry -> {
            assertThat(entry.replyId()).isEqualTo(told.replyId());
            assertThat(entry.delivery().outcome()).isEqualTo("SENT");
            assertThat(entry.author()).hasSizeLessThanOrEqualTo(200);
        });
        assertThat(documents
                        .find(Timeline.documentId(customer, NOVEMBER))
                        .orElseThrow()
                        .toJson())
                .doesNotContain(untold.replyId().toString());
    }

    @Test
    void ticketChangesDoNotCrowdOutContactsAndAThousandContactsAreTheMost() {
        var from = someone();
        var seen = UUID.randomUUID();
        var beyond = UUID.randomUUID();
        try (var line = new Line("contact.recognized")) {
            var first = UUID.randomUUID();
            line.send("contact.received", from, november(first, from));
            var who = UUID.fromString(line.recognized(first).at("/customer/id").asText());
            counted(who, "told", Customer.MOST_A_MONTH);
            counted(who, "months", Customer.MOST_A_MONTH - 1);
            line.send("contact.received", from, november(seen, from));
            line.send("contact.received", from, november(beyond, from));
            line.recognized(beyond);

            assertThat(timeline.month(who, NOVEMBER))
                    .containsKey(seen.toString())
                    .doesNotContainKey(beyond.toString());
            assertThat(customers.find(who).orElseThrow().contactCount()).isEqualTo(3);
        }
    }

    private static JsonNode november(UUID contact, String from) {
        return Contacts.mail(contact, from, "Router").put("receivedAt", MONDAY.toString());
    }
}
