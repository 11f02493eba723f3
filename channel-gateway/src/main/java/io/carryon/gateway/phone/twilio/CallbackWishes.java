package io.carryon.gateway.phone.twilio;

import io.carryon.gateway.phone.CallerNumber;
import io.carryon.gateway.phone.menu.WalkState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What a caller has said so far of the callback they want; it stands in the addresses.
 *
 * @param inQueue whether they have a place in the queue meanwhile
 * @param unsent the trigger of a request for a person that nothing of ours took yet, or null
 * @param later how many times they wanted a later time
 * @param typed the number they keyed in, or null
 */
record CallbackWishes(
        TwilioRequest request, WalkState state, String queue, boolean inQueue, String unsent, int later, String typed) {

    private static final String IN_QUEUE = "b";

    private static final int LONGEST_NUMBER = 20;

    static CallbackWishes of(TwilioRequest request) {
        var query = request.query();
        return new CallbackWishes(
                request,
                VoiceUrls.state(query),
                query.first("q").orElse(null),
                query.first(IN_QUEUE).isPresent(),
                query.first(Queueing.UNSENT).orElse(null),
                VoiceUrls.number(query, "k"),
                query.first("t").orElse(null));
    }

    CallbackWishes laterOnce() {
        return new CallbackWishes(request, state, queue, inQueue, unsent, later + 1, typed);
    }

    CallbackWishes at(String number) {
        return new CallbackWishes(request, state, queue, inQueue, unsent, later, number);
    }

    /** Where the caller is called: at the number keyed in, or else the one they call from. */
    Optional<String> number() {
        return Optional.ofNullable(typed).or(() -> request.told().first("From")).flatMap(CallerNumber::dialable);
    }

    /** A step's address with all this, and more. */
    String step(String name, Object... more) {
        var words = new ArrayList<Object>(Arrays.asList(
                "q", queue, IN_QUEUE, inQueue ? 1 : null, Queueing.UNSENT, unsent, "k", later, "t", typed));
        words.addAll(Arrays.asList(more));
        return new VoiceUrls(request).step(name, state, words.toArray());
    }

    List<Verb> askNumber() {
        return List.of(
                Verb.of(
                                "Gather",
                                "input",
                                "dtmf",
                                "action",
                                step(CallbackNumberStep.NAME),
                                "method",
                                "POST",
                                "numDigits",
                                LONGEST_NUMBER,
                                "finishOnKey",
                                "#",
                                "timeout",
                                6,
                                "actionOnEmptyResult",
                                true)
                        .around(List.of(VoiceSentences.say(state.language(), "callback.number"))),
                Verb.redirect(step(CallbackNumberStep.NAME)));
    }

    /** Back to the place in the queue, or to a person. */
    List<Verb> goOn(String sentence) {
        var urls = new VoiceUrls(request);
        var verbs = new ArrayList<Verb>();
        if (sentence != null) {
            verbs.add(VoiceSentences.say(state.language(), sentence));
        }
        verbs.add(Verb.redirect(
                urls.step(inQueue ? WaitStep.NAME : PersonStep.NAME, state, "q", queue, Queueing.UNSENT, unsent)));
        return verbs;
    }
}
