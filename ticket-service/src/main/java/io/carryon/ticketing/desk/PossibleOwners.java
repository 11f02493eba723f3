package io.carryon.ticketing.desk;

import io.carryon.ticketing.access.Colleagues;
import io.carryon.ticketing.access.VisibleQueues;
import io.carryon.ticketing.problem.ProblemException;
import io.carryon.ticketing.ticket.Actor;
import jakarta.enterprise.context.ApplicationScoped;

/** Nobody owns a ticket that they may not see. */
@ApplicationScoped
class PossibleOwners {

    private final VisibleQueues visible;
    private final Colleagues colleagues;

    PossibleOwners(VisibleQueues visible, Colleagues colleagues) {
        this.visible = visible;
        this.colleagues = colleagues;
    }

    /** 400 when the owner may not see tickets of the queue; {@code pointer} names the field that says who it is. */
    void require(String owner, String queue, Actor by, String pointer) {
        if (owner == null) {
            return;
        }
        var sees = owner.equals(by.id()) ? !visible.hidden().contains(queue) : colleagues.maySee(owner, queue);
        if (!sees) {
            throw ProblemException.invalid(
                    pointer, "must be somebody who may see tickets of the queue %s, or null".formatted(queue));
        }
    }
}
