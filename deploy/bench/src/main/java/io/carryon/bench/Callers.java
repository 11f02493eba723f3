package io.carryon.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Callers and the IVR they talk to: each call is told of as a menu would. */
final class Callers {

    private static final String DIALLED = "+49309000";

    private final ObjectMapper json = new ObjectMapper();
    private final RunningStack stack;
    private final String run;

    Callers(RunningStack stack, String run) {
        this.stack = stack;
        this.run = run;
    }

    /** What a caller who pressed 0 got, and how long it took. */
    record Answered(String contactId, boolean degraded, Duration took) {}

    Answered pressZero(int number) throws IOException {
        var before = System.nanoTime();
        var answer = tell(
                number,
                "/zero-out",
                Map.of(
                        "trigger",
                        "dtmf0",
                        "menuPath",
                        List.of("root", "billing"),
                        "collected",
                        Map.of(),
                        "from",
                        caller(number),
                        "to",
                        DIALLED,
                        "language",
                        "en"));
        var took = Duration.ofNanos(System.nanoTime() - before);
        var told = json.readTree(answer);
        return new Answered(
                told.path("contactId").asText(), told.path("degraded").asBoolean(), took);
    }

    void announce(int number) throws IOException {
        var body = json.writeValueAsBytes(Map.of("from", caller(number), "to", DIALLED, "language", "en"));
        checked(Http.put(url(number), stack.token("ivr"), body));
    }

    /** The caller comes to a node of the menu; seq counts within the call. */
    void passes(int number, int seq, String node) throws IOException {
        tell(number, "/events", Map.of("seq", seq, "type", "menu", "node", node));
    }

    void hangUp(int number) throws IOException {
        tell(number, "/hangup", Map.of("cause", "normalClearing"));
    }

    private String tell(int number, String what, Map<String, Object> body) throws IOException {
        return checked(Http.post(url(number) + what, stack.token("ivr"), Map.of(), json.writeValueAsBytes(body)));
    }

    private String url(int number) throws IOException {
        return stack.url("channel-gateway") + "/v1/ivr/calls/bench-" + run + "-" + number;
    }

    private static String caller(int number) {
        return "+49309%06d".formatted(number);
    }

    private static String checked(Http.Answer answer) throws IOException {
        if (answer.status() / 100 != 2) {
            throw new IOException("answered %d: %s".formatted(answer.status(), answer.body()));
        }
        return answer.body();
    }
}
