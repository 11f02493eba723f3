package io.carryon.gateway.phone.twilio;

import io.carryon.gateway.phone.line.CallerCallback;
import io.carryon.gateway.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;

/** The caller was offered a time: 1 takes it, 2 wants a later one, 3 another number; anything else is no callback. */
@ApplicationScoped
public class CallbackChoiceStep implements VoiceStep {

    static final String NAME = "callback-choice";

    private static final Logger LOG = Logger.getLogger(CallbackChoiceStep.class);

    private final CallerCallback callbacks;
    private final Clock clock;

    public CallbackChoiceStep(CallerCallback callbacks, Clock clock) {
        this.callbacks = callbacks;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Verb> answer(TwilioRequest request) {
        var wishes = CallbackWishes.of(request);
        return switch (KeyQuestion.pressed(request)) {
            case "1" -> booked(request, wishes);
            case "2" -> List.of(Verb.redirect(wishes.laterOnce().step(CallbackStep.NAME)));
            case "3" -> wishes.askNumber();
            default -> wishes.goOn(null);
        };
    }

    @Override
    public List<Verb> whenInTrouble(TwilioRequest request) {
        return CallbackWishes.of(request).goOn("callback.failed");
    }

    private List<Verb> booked(TwilioRequest request, CallbackWishes wishes) {
        var call = request.call(wishes.state().language(), wishes.queue(), clock.instant());
        try {
            var taken = callbacks
                    .book(request.deadline(), call, wishes.typed(), time(request, "from"), time(request, "to"))
                    .callback();
            var said = taken.say().getFirst();
            return List.of(Verb.say(said.lang(), said.text()), Verb.hangup());
        } catch (ProblemException e) {
            LOG.infof("Call %s could not have a callback: %s", request.contactId(), e.getMessage());
            return e.type().equals("no-slot")
                    ? List.of(Verb.redirect(wishes.step(CallbackStep.NAME)))
                    : wishes.goOn("callback.failed");
        }
    }

    private static Instant time(TwilioRequest request, String name) {
        try {
            return request.query().first(name).map(Instant::parse).orElse(null);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
