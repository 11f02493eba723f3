package io.carryon.gateway.act;

import static org.assertj.core.api.Assertions.assertThat;

import io.carryon.gateway.contact.Channel;
import io.carryon.gateway.operations.NotAcknowledged;
import io.carryon.gateway.testing.MovableClock;
import io.carryon.gateway.testing.OwnSchema;
import io.carryon.gateway.testing.ProfileStubResource;
import io.carryon.local.testing.LocalStackResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
        value = LocalStackResource.class,
        scope = TestResourceScope.GLOBAL,
        initArgs = @ResourceArg(name = "name", value = "gateway"))
@WithTestResource(value = ProfileStubResource.class, scope = TestResourceScope.GLOBAL)
class OwedActsComponentTest {

    private final MovableClock clock = new MovableClock();
    private final List<UUID> published = new ArrayList<>();
    private final Set<UUID> notTaken = new HashSet<>();
    private ActStore store;
    private OwedActs owed;

    @BeforeEach
    void aRoomOfTheirOwn() {
        store = new ActStore(OwnSchema.emptied(), clock);
        owed = new OwedActs(store, this::publish);
    }

    @Test
    void whatTheBrokerDidNotTakeIsPublishedAgainInTheOrderItWasDone() {
        var contact = UUID.randomUUID();
        var closed = store.add(CustomerAct.closed(contact, Channel.PORTAL, null));
        var reopened = store.add(CustomerAct.reopened(contact, Channel.PORTAL, "It rang again."));
        notTaken.add(contact);

        assertThat(owed.publish(contact)).isFalse();
        assertThat(published).isEmpty();

        notTaken.clear();
        assertThat(owed.publishOlderThan(Duration.ZERO)).isEqualTo(1);
        assertThat(owed.publishOlderThan(Duration.ZERO)).isZero();
        assertThat(published).containsExactly(closed.actId(), reopened.actId());
        assertThat(reopened.at()).isAfter(closed.at());
    }

    @Test
    void aContactThatTheBrokerDoesNotTakeIsBehindTheOthersInTheNextRound() {
        var stuck = store.add(CustomerAct.handoff(UUID.randomUUID(), Channel.CHAT, null));
        clock.advance(Duration.ofSeconds(1));
        var other = store.add(CustomerAct.handoff(UUID.randomUUID(), Channel.CHAT, null));
        notTaken.add(stuck.contactId());

        assertThat(owed.publishOlderThan(Duration.ZERO)).isZero();
        assertThat(owed.publishOlderThan(Duration.ZERO)).isEqualTo(1);
        assertThat(published).containsExactly(other.actId());
    }

    private void publish(CustomerAct act) {
        if (notTaken.contains(act.contactId())) {
            throw new NotAcknowledged("an act", new TimeoutException("No leader"));
        }
        published.add(act.actId());
    }
}
