package io.carryon.gateway.phone.twilio;

import java.util.List;

/** One webhook during a call: what the caller, or the agent, hears next. */
interface VoiceStep {

    /** Its name in the address. */
    String name();

    /** Must come well within the second. */
    List<Verb> answer(TwilioRequest request);

    /** What is heard when the step itself fails: whatever happened here, the caller comes to a person. */
    default List<Verb> whenInTrouble(TwilioRequest request) {
        return List.of(Queueing.inTrouble(request));
    }
}
