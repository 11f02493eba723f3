package io.carryon.ticketing.assignment;

import io.carryon.ticketing.access.VisibleQueues;
import io.carryon.ticketing.problem.ProblemException;
import io.carryon.ticketing.routing.QueueRouting;
import io.carryon.ticketing.routing.QueueRoutings;
import io.carryon.ticketing.staff.StaffConfig;
import io.carryon.ticketing.ticket.Actor;
import io.carryon.ticketing.ticket.AssignedBy;
import io.carryon.ticketing.ticket.Channel;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Gives agents the next ticket they may take; two never get the same one. */
@ApplicationScoped
class ClaimNext {

    /** Of so many tickets one is free, unless more agents than that ask at the same instant. */
    private static final int AT_FIRST = 20;

    private static final int AT_LAST = 2000;

    private final WaitingTickets waiting;
    private final Assignees assignees;
    private final QueueRoutings routings;
    private final VisibleQueues visible;
    private final Giving giving;
    private final StaffConfig config;

    ClaimNext(
            WaitingTickets waiting,
            Assignees assignees,
            QueueRoutings routings,
            VisibleQueues visible,
            Giving giving,
            StaffConfig config) {
        this.waiting = waiting;
        this.assignees = assignees;
        this.routings = routings;
        this.visible = visible;
        this.giving = giving;
        this.config = config;
    }

    /**
     * The agent owns the ticket that is answered, once the caller's transaction is committed; empty when nothing waits
     * that they may take. 403 for a queue they do not serve, 409 when they serve none.
     *
     * @param queues of which to choose, null for all that they serve
     * @param channels of which to choose, null for all
     */
    Optional<UUID> claim(Actor agent, List<String> queues, List<Channel> channels) {
        var assignee = assignees.locked(agent.id());
        var from = queues(assignee, queues);
        var room = channels(assignee, channels);
        var found = room.isEmpty() ? Optional.<UUID>empty() : lockNext(assignee, from, room);
        found.ifPresent(id -> giving.own(id, agent.id(), AssignedBy.CLAIM, agent));
        return found;
    }

    private Optional<UUID> lockNext(Assignee assignee, Collection<String> queues, Collection<Channel> channels) {
        var languages = Stream.concat(Stream.of(""), assignee.profile().languages().stream())
                .toList();
        for (var limit = AT_FIRST; limit <= AT_LAST; limit *= 10) {
            var next = waiting.first(queues, channels, languages, limit);
            var locked = waiting.lockFirst(next.stream().map(WaitingTicket::id).toList(), queues);
            if (locked.isPresent() || next.size() < limit) {
                return locked;
            }
        }
        return Optional.empty();
    }

    private List<String> queues(Assignee assignee, List<String> wanted) {
        var all = routings.all();
        var hidden = visible.hidden();
        var served = all.values().stream()
                .filter(assignee::serves)
                .map(QueueRouting::queue)
                .filter(queue -> !hidden.contains(queue))
                .toList();
        if (wanted == null) {
            if (served.isEmpty()) {
                throw ProblemException.conflict(
                        "no-queue",
                        "You serve no queue whose skills you have: say which you serve (PUT /v1/agents/me), or ask a"
                                + " supervisor for a team or a skill.");
            }
            return served;
        }
        for (var at = 0; at < wanted.size(); at++) {
            var queue = wanted.get(at);
            if (!all.containsKey(queue)) {
                throw ProblemException.invalid("/queues/" + at, "must be one of " + all.keySet());
            }
            if (!served.contains(queue)) {
                throw ProblemException.of(
                        403,
                        "foreign-queue",
                        "That queue is not yours to take from",
                        "Of %s you would have to serve it and to have the skills it asks for; you may take from %s."
                                .formatted(queue, served));
            }
        }
        return wanted.stream().distinct().toList();
    }

    private Set<Channel> channels(Assignee assignee, List<Channel> wanted) {
        var channels = wanted == null ? EnumSet.allOf(Channel.class) : EnumSet.copyOf(wanted);
        channels.removeIf(channel -> !assignee.hasRoomFor(config.weights().of(channel)));
        return channels;
    }
}
