package io.carryon.profile.merge;

import static org.assertj.core.api.Assertions.assertThat;

import io.carryon.profile.documents.LoopbackServer;
import io.carryon.profile.followup.DeliveryOutcome;
import io.carryon.profile.followup.RecordDelivery;
import io.carryon.profile.history.ContactRecords;
import io.carryon.profile.history.Issue;
import io.carryon.profile.identity.Customer;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Our replies of the time when two were one stand in threads that both may go on with. */
class ThreadAfterUndoTest {

    private final LoopbackServer server = new LoopbackServer();
    private final World world = new World(server.documents());
    private final UUID first = UUID.randomUUID();
    private final UUID second = UUID.randomUUID();
    private final UUID answer = UUID.randomUUID();
    private final UUID reply = UUID.randomUUID();

    @AfterEach
    void stop() {
        server.close();
    }

    private UUID issueOf(UUID contact) {
        return world.get(ContactRecords.class)
                .find(contact)
                .orElseThrow()
                .contact()
                .issueId();
    }

    @Test
    void eachGoesOnWithTheirOwn() {
        world.contact(first, "ana@example.com", World.START, null);
        world.contact(second, "ben@example.com", World.START.plusSeconds(60), null);
        world.merge(UUID.randomUUID(), Customer.idOf(second), Customer.idOf(first));
        world.contact(answer, "ben@example.com", World.START.plusSeconds(120), first);
        world.get(RecordDelivery.class)
                .record(new DeliveryOutcome(
                        reply, Issue.idOf(first), "SENT", null, World.messageId(reply), World.START.plusSeconds(180)));
        world.unmerge(UUID.randomUUID(), Customer.idOf(second));

        var bens = UUID.randomUUID();
        world.contact(bens, "ben@example.com", World.START.plusSeconds(240), reply);
        var anas = UUID.randomUUID();
        world.contact(anas, "ana@example.com", World.START.plusSeconds(300), reply);

        var recognized =
                world.get(ContactRecords.class).find(bens).orElseThrow().decided();
        assertThat(recognized.get("card").toString()).contains("contactId=" + answer, "contactId=" + second);
        assertThat(((Map<?, ?>) recognized.get("card")).get("earlierOnIssue"))
                .asList()
                .hasSize(1);
        assertThat(issueOf(bens)).isEqualTo(Issue.idOf(answer));
        assertThat(world.issue(Issue.idOf(answer)).contactCount()).isEqualTo(2);
        assertThat(issueOf(anas)).isEqualTo(Issue.idOf(first));
        assertThat(world.member(Customer.idOf(second)).across()).isZero();
    }
}
