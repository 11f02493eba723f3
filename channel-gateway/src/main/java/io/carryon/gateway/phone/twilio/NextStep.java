package io.carryon.gateway.phone.twilio;

import io.carryon.gateway.phone.CallHappening;
import io.carryon.gateway.phone.line.CallProgress;
import io.carryon.gateway.phone.menu.Menu;
import io.carryon.gateway.phone.menu.Step;
import io.carryon.gateway.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import org.jboss.logging.Logger;

/** Turns what comes next in a menu into what the caller hears. */
@ApplicationScoped
public class NextStep {

    private static final Logger LOG = Logger.getLogger(NextStep.class);

    private final MenuPrompts prompts;
    private final PersonSought person;
    private final CallProgress progress;
    private final Clock clock;

    public NextStep(MenuPrompts prompts, PersonSought person, CallProgress progress, Clock clock) {
        this.prompts = prompts;
        this.person = person;
        this.progress = progress;
        this.clock = clock;
    }

    /** {@code number} counts the steps of this call. */
    List<Verb> follow(TwilioRequest request, Menu menu, Step step, int number) {
        return switch (step) {
            case Step.Ask ask -> prompts.ask(request, menu, ask, number);
            case Step.Person wanted ->
                person.connect(request, wanted.state(), wanted.why().trigger(), wanted.queue());
            case Step.Leave end ->
                switch (end.exit().kind()) {
                    case QUEUE ->
                        person.connect(
                                request,
                                end.state(),
                                Step.Wanted.KEY.trigger(),
                                end.exit().queue());
                    case CALLBACK ->
                        CallbackStep.offer(request, end.state(), end.exit().queue(), false, null);
                    case VOICEMAIL ->
                        VoicemailStep.offer(request, end.state(), end.exit().queue());
                    case RESOLVED -> resolved(request, menu, end, number);
                };
        };
    }

    // The last sentence is a question too: who stays on the line is not hung up on.
    private List<Verb> resolved(TwilioRequest request, Menu menu, Step.Leave end, int number) {
        var at = clock.instant();
        var what = String.join(" > ", end.state().path());
        try {
            progress.note(
                    request.deadline(),
                    request.call(end.state().language(), null, at),
                    new CallHappening.SelfServiceResolved(what),
                    at);
        } catch (ProblemException e) {
            LOG.warnf("That call %s was solved is not noted: %s", request.contactId(), e.getMessage());
        }
        return prompts.ask(request, menu, new Step.Ask(end.state(), end.exit(), Step.Again.FIRST_TIME), number);
    }
}
