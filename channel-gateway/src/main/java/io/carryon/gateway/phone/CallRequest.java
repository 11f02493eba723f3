package io.carryon.gateway.phone;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What made a call a contact.
 *
 * @param trigger why the caller wants a person, or {@code hangup}, {@code voicemail}, {@code resolved} and
 *     {@code callback}; null until then
 * @param said what the caller had said to the menu when it became a contact, or null
 */
public record CallRequest(
        String trigger, Instant at, List<String> menuPath, Map<String, String> collected, String said) {

    /** Not yet. */
    static final CallRequest NONE = new CallRequest(null, null, List.of(), Map.of(), null);

    CallRequest triggered(String why, Instant when, List<String> path, Map<String, String> input) {
        return new CallRequest(why, when, path, input, said);
    }

    CallRequest saying(String words) {
        return new CallRequest(trigger, at, menuPath, collected, words);
    }
}
