package io.carryon.gateway.phone.twilio;

import io.carryon.gateway.phone.CallHappening;
import io.carryon.gateway.phone.line.CallProgress;
import io.carryon.gateway.phone.line.Deadline;
import io.carryon.gateway.phone.menu.CallerInput;
import io.carryon.gateway.phone.menu.WalkState;
import io.carryon.gateway.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Notes a caller's way through the menu, for when they give up on it. Who reaches a person brings the whole way along,
 * so nobody waits long for a database that does not take a note.
 */
@ApplicationScoped
public class MenuNotes {

    private static final Logger LOG = Logger.getLogger(MenuNotes.class);
    private static final Duration PATIENCE = Duration.ofMillis(250);
    /** More than one step can tell of. */
    private static final int PLACES = 100;

    private final CallProgress progress;
    private final Clock clock;

    public MenuNotes(CallProgress progress, Clock clock) {
        this.progress = progress;
        this.clock = clock;
    }

    /** What is new after the step; told again by a retry of the same step, it is noted once. */
    void note(TwilioRequest request, int step, WalkState before, WalkState after, CallerInput input) {
        var news = news(before, after, input);
        var at = clock.instant();
        // The language somebody is spoken to in is theirs once they have chosen it.
        var chosen = after.language().equals(before.language()) ? null : after.language();
        var call = request.call(chosen, null, at);
        var noting = Deadline.begin(() -> {
            for (int i = 0; i < news.size(); i++) {
                progress.note(call, (long) step * PLACES + i, news.get(i), at);
            }
            return news.size();
        });
        try {
            var ignored = request.deadline().await(noting, PATIENCE);
        } catch (ProblemException e) {
            LOG.debugf("The way of call %s is not noted: %s", call.contactId(), e.getMessage());
        }
    }

    private static List<CallHappening> news(WalkState before, WalkState after, CallerInput input) {
        var news = new ArrayList<CallHappening>();
        after.path().stream()
                .skip(before.path().size())
                .map(CallHappening.MenuPassed::new)
                .forEach(news::add);
        var given = after.given();
        before.collected().keySet().forEach(given::remove);
        given.forEach((name, value) -> news.add(new CallHappening.InputGiven(name, value, false)));
        // Words that were taken as input are noted as that, masked where the field says so.
        if (given.isEmpty()
                && input instanceof CallerInput.Speech speech
                && !speech.text().isBlank()) {
            news.add(new CallHappening.Said(speech.text()));
        }
        return news;
    }
}
