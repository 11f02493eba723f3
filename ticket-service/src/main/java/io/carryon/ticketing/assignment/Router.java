package io.carryon.ticketing.assignment;

import io.carryon.ticketing.routing.QueueMode;
import io.carryon.ticketing.routing.QueueRouting;
import io.carryon.ticketing.ticket.AssignedBy;
import io.carryon.ticketing.ticket.Channel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/** Says who gets what waits: of a queue's rules the first that knows somebody, in this order. */
final class Router {

    /** A ticket for an agent, and the rule that says so. */
    record Gift(WaitingTicket ticket, Assignee to, AssignedBy why) {}

    private record Named(AssignedBy why, RoutingRule rule) {}

    private static final Named TO_THE_OWNER_OF_ITS_ISSUE = new Named(
            AssignedBy.REPEAT_CONTACT,
            (ticket, able) -> able.stream()
                    .filter(one -> one.id().equals(ticket.issueOwner()))
                    .findFirst());

    private static final Named TO_WHO_IS_IDLE_LONGEST =
            new Named(AssignedBy.LONGEST_IDLE, (ticket, able) -> able.stream().findFirst());

    private static final Map<QueueMode, List<Named>> RULES = Map.of(
            QueueMode.pull, List.of(TO_THE_OWNER_OF_ITS_ISSUE),
            QueueMode.push, List.of(TO_THE_OWNER_OF_ITS_ISSUE, TO_WHO_IS_IDLE_LONGEST));

    private final ToIntFunction<Channel> weights;
    private final List<Assignee> idle;

    /** @param idle who is there, idle longest first */
    Router(ToIntFunction<Channel> weights, Collection<Assignee> idle) {
        this.weights = weights;
        this.idle = new ArrayList<>(idle);
    }

    /** Those who can be given something of the queue, with what they have got up to now. */
    List<Giveable> able(QueueRouting queue) {
        return idle.stream()
                .flatMap(one -> one.giveable(queue, weights).stream())
                .toList();
    }

    /** Who gets which of a queue's tickets, the next one first; whoever gets one is idle no longer. */
    List<Gift> route(QueueRouting queue, List<WaitingTicket> waiting) {
        return waiting.stream().flatMap(ticket -> gift(queue, ticket)).toList();
    }

    private Stream<Gift> gift(QueueRouting queue, WaitingTicket ticket) {
        var weight = weights.applyAsInt(ticket.channel());
        var able = idle.stream()
                .filter(one -> one.serves(queue) && one.speaks(ticket.language()) && one.hasRoomFor(weight))
                .toList();
        var gift = RULES.get(queue.mode()).stream()
                .flatMap(named ->
                        named.rule().choose(ticket, able).stream().map(to -> new Gift(ticket, to, named.why())))
                .findFirst();
        gift.ifPresent(made -> {
            idle.remove(made.to());
            idle.add(made.to().with(weight));
        });
        return gift.stream();
    }
}
