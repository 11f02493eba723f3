package io.carryon.gateway.phone;

import java.util.Map;

/** A call's contact in words, for whoever reads the ticket and for what recognizes by text. */
final class CallWords {

    private static final Map<String, String> WITHOUT_A_PERSON = Map.of(
            Call.HANGUP, "The caller hung up before reaching a person.",
            Call.VOICEMAIL, "The caller left a voicemail.",
            Call.RESOLVED, "The self-service solved what the caller wanted",
            Call.CALLBACK, "The caller asked to be called back.",
            Call.RINGING, "The caller was put through to a person.");

    private CallWords() {}

    static String of(Call call) {
        var words = new StringBuilder(WITHOUT_A_PERSON.getOrDefault(
                call.trigger(), "The caller asked for a person (" + call.trigger() + ")."));
        if (Call.RESOLVED.equals(call.trigger())) {
            words.append(": ").append(call.course().resolved());
        }
        if (!call.menuPath().isEmpty()) {
            words.append("\nMenu: ").append(String.join(" > ", call.menuPath()));
        }
        call.collected()
                .forEach((name, value) ->
                        words.append("\n").append(name).append(": ").append(value));
        if (call.said() != null) {
            words.append("\nSaid to the menu: ").append(call.said());
        }
        return words.toString();
    }
}
