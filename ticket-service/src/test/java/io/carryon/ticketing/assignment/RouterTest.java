package io.carryon.ticketing.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import io.carryon.ticketing.routing.QueueMode;
import io.carryon.ticketing.routing.QueueRouting;
import io.carryon.ticketing.staff.AgentProfile;
import io.carryon.ticketing.ticket.AssignedBy;
import io.carryon.ticketing.ticket.Channel;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RouterTest {

    private static final QueueRouting PUSH = new QueueRouting("support", QueueMode.push, List.of(), null, 1);
    private static final QueueRouting PULL = new QueueRouting("support", QueueMode.pull, List.of(), null, 1);

    @Test
    void whoHasBeenIdleLongestIsGivenTheNextAndThenWaitsBehindTheOthers() {
        var gifts = route(PUSH, Stream.of(agent("ann"), agent("ben")), mail(), mail(), mail());

        assertThat(gifts).extracting(gift -> gift.to().id()).containsExactly("ann", "ben", "ann");
        assertThat(gifts).extracting(Router.Gift::why).containsOnly(AssignedBy.LONGEST_IDLE);
    }

    @Test
    void theOwnerOfItsIssueComesBeforeWhoeverIsIdle() {
        var gifts = route(PUSH, Stream.of(agent("ann"), agent("ben")), again("ben"), again("cid"));

        assertThat(gifts).extracting(gift -> gift.to().id()).containsExactly("ben", "ann");
        assertThat(gifts)
                .extracting(Router.Gift::why)
                .containsExactly(AssignedBy.REPEAT_CONTACT, AssignedBy.LONGEST_IDLE);
    }

    @Test
    void aQueueThatIsPulledGivesOnlyWhatComesBack() {
        var gifts = route(PULL, Stream.of(agent("ann"), agent("ben")), mail(), again("ben"), again("cid"));

        assertThat(gifts).extracting(gift -> gift.to().id()).containsExactly("ben");
    }

    @Test
    void nobodyIsGivenMoreThanTheyHaveRoomFor() {
        var gifts =
                route(PUSH, Stream.of(agent("ann", 2, "en"), agent("ben", 1, "en")), mail(), mail(), mail(), mail());

        assertThat(gifts).extracting(gift -> gift.to().id()).containsExactly("ann", "ben", "ann");
    }

    @Test
    void skillsAndLanguagesAreAskedForOfTheIssuesOwnerToo() {
        var asking = new QueueRouting("support", QueueMode.push, List.of("refunds"), null, 1);
        assertThat(route(asking, Stream.of(agent("ann")), again("ann"))).isEmpty();

        var polish = new WaitingTicket(UUID.randomUUID(), "support", Channel.EMAIL, "pl", "ann");
        assertThat(route(PUSH, Stream.of(agent("ann", 20, "en"), agent("ben", 20, "pl")), polish))
                .extracting(gift -> gift.to().id())
                .containsExactly("ben");
    }

    @Test
    void whoServesAnotherQueueIsGivenNothing() {
        var elsewhere = new Assignee(agent("ann").profile(), Set.of("billing"), 0);

        assertThat(route(PUSH, Stream.of(elsewhere), mail())).isEmpty();
    }

    private static List<Router.Gift> route(QueueRouting queue, Stream<Assignee> idle, WaitingTicket... waiting) {
        return new Router(channel -> 1, idle.toList()).route(queue, List.of(waiting));
    }

    private static Assignee agent(String id) {
        return agent(id, 20, "en");
    }

    private static Assignee agent(String id, int capacity, String language) {
        return new Assignee(new AgentProfile(id, List.of(), List.of(language), capacity, 1), Set.of("support"), 0);
    }

    private static WaitingTicket mail() {
        return again(null);
    }

    private static WaitingTicket again(String issueOwner) {
        return new WaitingTicket(UUID.randomUUID(), "support", Channel.EMAIL, "", issueOwner);
    }
}
