package io.carryon.gateway.phone.twilio;

/** What Twilio tells of a call without wanting to hear what comes next. */
interface VoiceEvent {

    /** Its name in the address. */
    String name();

    /** Returns once it is durable, or when it says nothing to us. */
    void take(TwilioRequest request);
}
