package io.carryon.gateway.phone.twilio;

import io.carryon.gateway.phone.menu.WalkState;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * Addresses of the next steps. They carry the caller's state: Twilio signs the address it calls, so nobody else can make
 * one up, and a database that is away takes no caller's place in the menu with it.
 */
final class VoiceUrls {

    /** What is told of a call that is over is told again when it was not taken. */
    static final String RETRIED = "#rc=3&rp=5xx,ct,rt";

    private static final String FIELD = "f.";

    private final TwilioRequest request;

    VoiceUrls(TwilioRequest request) {
        this.request = request;
    }

    /** A step's address with what it has to know; words that are null are left out. */
    String step(String step, Object... words) {
        var url = new StringBuilder(base()).append('/').append(step);
        var separator = '?';
        for (int i = 0; i < words.length; i += 2) {
            if (words[i + 1] != null) {
                url.append(separator).append(encoded(words[i])).append('=').append(encoded(words[i + 1]));
                separator = '&';
            }
        }
        return url.toString();
    }

    /** A step's address with the caller's place in the menu, and more. */
    String step(String step, WalkState state, Object... more) {
        var words = new ArrayList<Object>(
                List.of("n", state.node(), "l", state.language(), "p", String.join(".", state.path())));
        if (state.silences() > 0) {
            words.addAll(List.of("s", state.silences()));
        }
        if (state.mistakes() > 0) {
            words.addAll(List.of("w", state.mistakes()));
        }
        state.collected().forEach((name, value) -> words.addAll(List.of(FIELD + name, value)));
        words.addAll(Arrays.asList(more));
        return step(step, words.toArray());
    }

    /** The address for what is told without a document being wanted. */
    String event(String event, Object... words) {
        return step("events/" + event, words) + RETRIED;
    }

    /** The caller's place as it stands in the address. */
    static WalkState state(FormWords query) {
        var collected = new LinkedHashMap<String, String>();
        query.values().forEach((name, values) -> {
            if (name.startsWith(FIELD)) {
                collected.put(name.substring(FIELD.length()), values.getFirst());
            }
        });
        return new WalkState(
                query.first("n").orElse(""),
                query.first("l").orElse("en"),
                number(query, "s"),
                number(query, "w"),
                collected,
                query.first("p").map(path -> List.of(path.split("\\."))).orElse(List.of()));
    }

    /** A number of ours in the address; 0 when it is not there. */
    static int number(FormWords query, String name) {
        return query.first(name)
                .filter(value -> value.matches("[0-9]{1,6}"))
                .map(Integer::parseInt)
                .orElse(0);
    }

    /** The same, or null when it is not there. */
    static Integer some(FormWords query, String name) {
        var number = number(query, name);
        return number == 0 ? null : Integer.valueOf(number);
    }

    private String base() {
        return request.connection().publicUrl().toString().replaceAll("/+$", "") + "/v1/voice/twilio/" + request.name();
    }

    private static String encoded(Object word) {
        return URLEncoder.encode(String.valueOf(word), StandardCharsets.UTF_8).replace("+", "%20");
    }
}
