package io.carryon.ticketing.views;

import com.fasterxml.uuid.Generators;
import io.carryon.ticketing.operations.SignedIn;
import io.carryon.ticketing.problem.ProblemException;
import io.carryon.ticketing.problem.Revision;
import io.carryon.ticketing.search.TicketSearch;
import io.carryon.ticketing.search.TicketSort;
import io.carryon.ticketing.search.TicketTotal;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** What whoever is signed in does with views, in the caller's transaction. */
@ApplicationScoped
class ViewWork {

    private final SavedViews views;
    private final TicketSearch search;
    private final SignedIn signedIn;
    private final Clock clock;

    ViewWork(SavedViews views, TicketSearch search, SignedIn signedIn, Clock clock) {
        this.views = views;
        this.search = search;
        this.signedIn = signedIn;
        this.clock = clock;
    }

    /** One that is seen; 404 for no such view and for another's own. */
    SavedView seen(UUID id) {
        return views.one(id, signedIn.id()).orElseThrow(() -> missing(id));
    }

    SavedView create(SavedViewResource.ViewRequest request) {
        requireMayShare(request.isShared());
        return stored(Generators.timeBasedEpochGenerator().generate(), signedIn.id(), 0, request);
    }

    SavedView change(UUID id, String ifMatch, SavedViewResource.ViewRequest request) {
        var view = changeable(id, ifMatch);
        requireMayShare(request.isShared());
        return stored(id, view.owner(), view.revision(), request);
    }

    void delete(UUID id, String ifMatch) {
        views.delete(changeable(id, ifMatch).id());
    }

    /** How many tickets are in the view, up to 1,000; null when its query is none any more. */
    TicketTotal count(SavedView view) {
        try {
            return search.count(view.query());
        } catch (ProblemException e) {
            return null;
        }
    }

    private SavedView stored(UUID id, String owner, int revision, SavedViewResource.ViewRequest request) {
        check(request.query());
        var view = new SavedView(
                id,
                owner,
                request.name().strip(),
                request.isShared(),
                request.query().strip(),
                request.sort() == null ? TicketSort.updated : request.sort(),
                revision + 1,
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        views.store(view);
        return view;
    }

    private void check(String query) {
        try {
            search.check(query);
        } catch (ProblemException e) {
            throw ProblemException.invalid("/query", e.errors().getFirst().detail());
        }
    }

    private SavedView changeable(UUID id, String ifMatch) {
        var view = views.locked(id, signedIn.id()).orElseThrow(() -> missing(id));
        requireMayShare(view.shared());
        Revision.require(ifMatch, "view", view.revision());
        return view;
    }

    private void requireMayShare(boolean shared) {
        if (shared && !signedIn.leads()) {
            throw ProblemException.of(
                    403,
                    "forbidden",
                    "You may not do this",
                    "Shared views are made and changed by supervisors and admins; keep one of your own instead.");
        }
    }

    private static ProblemException missing(UUID id) {
        return ProblemException.notFound("You have no view " + id + ", and none that is shared has this id.");
    }
}
