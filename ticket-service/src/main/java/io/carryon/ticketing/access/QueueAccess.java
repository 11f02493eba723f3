package io.carryon.ticketing.access;

import java.util.List;

/**
 * Whose a queue is.
 *
 * @param restricted whether it is not everybody's
 * @param agents subjects of tokens that may see and work on its tickets
 * @param roles roles whose holders may
 * @param revision 0 for one that nobody has set
 */
record QueueAccess(String queue, boolean restricted, List<String> agents, List<String> roles, int revision) {

    QueueAccess {
        agents = List.copyOf(agents);
        roles = List.copyOf(roles);
    }

    static QueueAccess everybodys(String queue) {
        return new QueueAccess(queue, false, List.of(), List.of(), 0);
    }
}
