package io.carryon.ticketing.assignment;

import java.util.List;
import java.util.Optional;

/** One reason to give a waiting ticket to somebody; empty when it does not apply. */
@FunctionalInterface
interface RoutingRule {

    /** @param able those who are there, serve its queue, speak its language and have room for it, idle longest first */
    Optional<Assignee> choose(WaitingTicket ticket, List<Assignee> able);
}
