package io.carryon.gateway.phone.cti;

import io.carryon.gateway.contact.Text;
import io.carryon.gateway.phone.Agent;
import io.carryon.gateway.problem.Problem;
import io.carryon.gateway.problem.ProblemException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a telephone system tells of a call, whatever its own words for it.
 *
 * @param from the number as it came; null when there was none
 * @param to the number as it came; null when there was none
 * @param direction empty when it was not told
 * @param agent who answers, as far as it was told
 * @param queue the telephone system's own queue, or null
 * @param cause in the words of {@link #CAUSES} where there is one, or null
 */
record Push(
        Event event,
        String callId,
        String from,
        String to,
        Optional<Direction> direction,
        Agent agent,
        String queue,
        String cause) {

    /** Why a call ended, as Zammad's generic format names it. */
    static final List<String> CAUSES = List.of(
            "normalClearing",
            "busy",
            "cancel",
            "noAnswer",
            "congestion",
            "notFound",
            "forwarded",
            "voicemail",
            "blocked");

    private static final int CALL_ID_LIMIT = 255;
    private static final int NUMBER_LIMIT = 256;
    private static final int WORD_LIMIT = 64;

    /** What happened. */
    enum Event {
        NEW_CALL("newCall"),
        ANSWER("answer"),
        HANGUP("hangup");

        private final String word;

        Event(String word) {
            this.word = word;
        }
    }

    /** Relative to us. */
    enum Direction {
        IN,
        OUT
    }

    /** A push in Zammad's generic words, which sipgate uses too; 422 names the field that is wrong. */
    static Push of(PushFields fields) {
        var answering = number(fields, "answeringNumber");
        return new Push(
                event(fields),
                callId(fields, "callId"),
                number(fields, "from"),
                number(fields, "to"),
                direction(fields),
                agent(word(fields, "userId"), answering, names(fields)),
                word(fields, "queue"),
                word(fields, "cause"));
    }

    static String callId(PushFields fields, String name) {
        var id = fields.first(name).map(String::strip).orElse("");
        if (id.isEmpty() || id.length() > CALL_ID_LIMIT) {
            throw refused(name, "must be the call's id, 1 to %d characters".formatted(CALL_ID_LIMIT));
        }
        return id;
    }

    /** A number is never refused: what cannot be one is a withheld one. */
    static String number(PushFields fields, String name) {
        return fields.first(name).map(number -> Text.cut(number, NUMBER_LIMIT)).orElse(null);
    }

    static String word(PushFields fields, String name) {
        return fields.first(name)
                .map(word -> Text.cut(word.strip(), WORD_LIMIT))
                .orElse(null);
    }

    static Optional<Direction> direction(PushFields fields) {
        return fields.first("direction").map(word -> switch (word.strip()) {
            case "in" -> Direction.IN;
            case "out" -> Direction.OUT;
            default -> throw refused("direction", "must be in or out");
        });
    }

    /** Null when nothing is known of whoever answers. */
    static Agent agent(String id, String extension, String name) {
        return id == null && extension == null && name == null ? null : new Agent(id, extension, name);
    }

    /** 422; whoever set up the sender reads it, the sender itself cannot. */
    static ProblemException refused(String field, String detail) {
        return ProblemException.unprocessable(
                "not-understood",
                "Correct the field named in errors where the telephone system is set up.",
                List.of(new Problem.FieldError("/" + field, detail)));
    }

    boolean is(String cause) {
        return cause.equals(this.cause);
    }

    private static Event event(PushFields fields) {
        var told = fields.first("event").map(String::strip).orElse("");
        return Arrays.stream(Event.values())
                .filter(event -> event.word.equalsIgnoreCase(told))
                .findFirst()
                .orElseThrow(() -> refused(
                        "event",
                        Arrays.stream(Event.values())
                                .map(event -> event.word)
                                .collect(Collectors.joining(", ", "must be one of ", ""))));
    }

    private static String names(PushFields fields) {
        var names = fields.all("user").stream().distinct().collect(Collectors.joining(", "));
        return names.isEmpty() ? null : Text.cut(names, 200);
    }
}
