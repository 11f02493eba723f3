package io.carryon.gateway.phone.twilio;

import io.carryon.gateway.contact.ContactNotAccepted;
import io.carryon.gateway.phone.line.IvrAnswers;
import io.carryon.gateway.phone.line.ZeroOut;
import io.carryon.gateway.phone.menu.WalkState;
import io.carryon.gateway.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/** A caller wants a person: the ticket is made, and the caller asked what there is to ask and put into the queue. */
@ApplicationScoped
public class PersonSought {

    private static final Logger LOG = Logger.getLogger(PersonSought.class);

    private static final String CLOSED = "closed";

    private final ZeroOut zeroOut;
    private final Clock clock;

    public PersonSought(ZeroOut zeroOut, Clock clock) {
        this.zeroOut = zeroOut;
        this.clock = clock;
    }

    /** What the caller hears next. {@code queue} is the menu's; null leaves it to the connection. */
    List<Verb> connect(TwilioRequest request, WalkState state, String trigger, String queue) {
        var hint = request.queue(queue);
        var answer = ask(request, state, trigger, hint);
        if (answer.isEmpty()) {
            return List.of(
                    VoiceSentences.say(state.language(), "connecting"),
                    Queueing.enqueue(request, state, hint, trigger, null));
        }
        var heard = spoken(state.language(), answer.get());
        var into = answer.get().routing().queue();
        var estimate = answer.get().estimatedWaitSec();
        if (CLOSED.equals(answer.get().routing().action())) {
            return InsteadStep.offer(request, state, into, heard);
        }

        if (answer.get().question() == null) {
            var verbs = new ArrayList<>(heard);
            verbs.addAll(Waiting.begin(request, state, into, estimate));
            return verbs;
        }
        return QuestionStep.ask(request, state, into, estimate, heard);
    }

    /** Tells of the request for a person, which may be told before; empty when nothing of ours could take it. */
    Optional<IvrAnswers.ZeroOutAnswer> ask(TwilioRequest request, WalkState state, String trigger, String queue) {
        var now = clock.instant();
        var call = request.call(state.language(), queue, now).triggered(trigger, now, state.path(), state.given());
        try {
            return Optional.of(zeroOut.press(request.deadline(), call).answer());
        } catch (ContactNotAccepted e) {
            LOG.warnf(
                    "Call %s waits without being stored; the wait tells it again: %s",
                    call.contactId(), e.getMessage());
        } catch (ProblemException e) {
            LOG.warnf("Call %s waits all the same: %s", call.contactId(), e.getMessage());
        }
        return Optional.empty();
    }

    // In the caller's language, and the question in its own.
    private static List<Verb> spoken(String language, IvrAnswers.ZeroOutAnswer answer) {
        var asked = answer.question() == null ? null : answer.question().language();
        return answer.say().stream()
                .filter(say -> say.lang().equals(language)
                        || say.lang().equals(asked)
                        || say.equals(answer.say().getFirst()))
                .map(say -> Verb.say(say.lang(), say.text()))
                .toList();
    }
}
