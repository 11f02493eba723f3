package io.carryon.gateway.phone.twilio;

import io.carryon.gateway.phone.CallerNumber;
import io.carryon.gateway.phone.line.CallerCallback;
import io.carryon.gateway.phone.line.IvrReceipts;
import io.carryon.gateway.phone.menu.WalkState;
import io.carryon.gateway.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** A caller would rather be called back than wait: the next time there is room for it, at their number or another. */
@ApplicationScoped
public class CallbackStep implements VoiceStep {

    static final String NAME = "callback";

    private static final Logger LOG = Logger.getLogger(CallbackStep.class);

    private final CallerCallback callbacks;
    private final Clock clock;

    public CallbackStep(CallerCallback callbacks, Clock clock) {
        this.callbacks = callbacks;
        this.clock = clock;
    }

    /**
     * {@code inQueue} when the caller has a place in it, to which they come back unless they are called back;
     * {@code unsent} is the trigger of a request for a person that nothing of ours took yet, or null.
     */
    static List<Verb> offer(TwilioRequest request, WalkState state, String queue, boolean inQueue, String unsent) {
        return List.of(Verb.redirect(new CallbackWishes(request, state, queue, inQueue, unsent, 0, null).step(NAME)));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Verb> answer(TwilioRequest request) {
        var wishes = CallbackWishes.of(request);
        var number = wishes.number();
        if (number.isEmpty()) {
            return wishes.askNumber();
        }
        return free(request, wishes)
                .map(slot -> offered(wishes, slot, number.get()))
                .orElseGet(() -> wishes.goOn("callback.failed"));
    }

    @Override
    public List<Verb> whenInTrouble(TwilioRequest request) {
        return CallbackWishes.of(request).goOn("callback.failed");
    }

    private Optional<IvrReceipts.Slot> free(TwilioRequest request, CallbackWishes wishes) {
        try {
            var call = request.call(wishes.state().language(), null, clock.instant());
            return callbacks.slots(request.deadline(), call).slots().stream()
                    .skip(wishes.later())
                    .findFirst();
        } catch (ProblemException e) {
            LOG.warnf("No callback can be offered to call %s: %s", request.contactId(), e.getMessage());
            return Optional.empty();
        }
    }

    private static List<Verb> offered(CallbackWishes wishes, IvrReceipts.Slot slot, String number) {
        var language = wishes.state().language();
        return KeyQuestion.ask(
                wishes.step(CallbackChoiceStep.NAME, "from", slot.notBefore(), "to", slot.notAfter()),
                6,
                List.of(
                        VoiceSentences.say(
                                language, "callback.offer", slot.say().text(), spelled(number)),
                        VoiceSentences.say(language, "callback.keys")));
    }

    private static String spelled(String number) {
        return CallerNumber.dialable(number)
                .orElse("")
                .replace("+", "")
                .chars()
                .mapToObj(Character::toString)
                .collect(Collectors.joining(" "));
    }
}
