package io.carryon.ticketing.desk;

import io.carryon.ticketing.access.VisibleQueues;
import io.carryon.ticketing.problem.ProblemException;
import io.carryon.ticketing.ticket.Actor;
import io.carryon.ticketing.ticket.IllegalMoveException;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Changes tickets one by one, each in a transaction of its own: one that cannot be changed holds up no other. */
@ApplicationScoped
class BulkWork {

    private final TicketWork work;
    private final VisibleQueues visible;

    BulkWork(TicketWork work, VisibleQueues visible) {
        this.work = work;
        this.visible = visible;
    }

    /** A null owner stays, an empty one is nobody. */
    BulkChange.Result change(BulkChange.Request request, Optional<String> owner, Actor by) {
        var outcomes = new ArrayList<BulkChange.Outcome>();
        for (var item : request.items()) {
            outcomes.add(change(item, request.change(), owner, by));
        }
        var succeeded = (int)
                outcomes.stream().filter(outcome -> outcome.problem() == null).count();
        return new BulkChange.Result(outcomes, succeeded, outcomes.size() - succeeded);
    }

    private BulkChange.Outcome change(
            BulkChange.Item item, BulkChange.Change change, Optional<String> owner, Actor by) {
        var ifMatch = item.revision() == null ? "*" : "\"" + item.revision() + "\"";
        try {
            visible.requireTicket(item.ticketId());
            return QuarkusTransaction.requiringNew()
                    .call(() -> BulkChange.Outcome.changed(
                            item.ticketId(),
                            work.change(item.ticketId(), ifMatch, change, owner, by)
                                    .revision()));
        } catch (ProblemException e) {
            return new BulkChange.Outcome(
                    item.ticketId(),
                    e.status(),
                    null,
                    new BulkChange.Why("urn:carryon:problem:" + e.type(), e.title(), e.getMessage(), e.errors()));
        } catch (IllegalMoveException e) {
            return new BulkChange.Outcome(
                    item.ticketId(),
                    409,
                    null,
                    new BulkChange.Why(
                            "urn:carryon:problem:illegal-move",
                            "The request conflicts with the present state",
                            e.getMessage(),
                            List.of()));
        }
    }
}
