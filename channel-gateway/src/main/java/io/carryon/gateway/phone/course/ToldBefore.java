package io.carryon.gateway.phone.course;

import io.carryon.gateway.contact.Text;
import io.carryon.gateway.phone.Call;
import io.carryon.gateway.phone.SensitiveInput;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a call's events told, in their order, until it became a contact: nobody asks for it again. */
final class ToldBefore {

    static final String MENU = "menu";
    static final String INPUT = "input";
    static final String SPEECH = "speech";

    private static final int NODES = 100;
    private static final int INPUTS = 50;
    private static final int WORDS = 4_000;

    private final List<String> path = new ArrayList<>();
    private final Map<String, String> collected = new LinkedHashMap<>();
    private final List<String> said = new ArrayList<>();

    ToldBefore add(String kind, Map<String, String> what) {
        switch (kind) {
            case MENU -> pass(what.get("node"));
            case INPUT -> collected.put(what.get("name"), what.get("value"));
            case SPEECH -> said.add(what.get("text"));
            default -> throw new IllegalArgumentException(kind);
        }
        return this;
    }

    // A node asked a second time is one step of the way.
    private void pass(String node) {
        if (path.isEmpty() || !path.getLast().equals(node)) {
            path.add(node);
        }
    }

    /** What the call says itself stands, except for what an event marked as sensitive. */
    Call completing(Call call) {
        var input = new LinkedHashMap<>(collected);
        call.collected()
                .forEach((name, value) ->
                        input.merge(name, value, (before, now) -> SensitiveInput.isMasked(before) ? before : now));
        var latest = new LinkedHashMap<String, String>();
        input.entrySet().stream()
                .skip(Math.max(0, input.size() - INPUTS))
                .forEach(entry -> latest.put(entry.getKey(), entry.getValue()));
        var nodes = call.menuPath().isEmpty() ? path : call.menuPath();
        return call.triggered(
                        call.trigger(),
                        call.triggeredAt(),
                        List.copyOf(nodes.subList(Math.max(0, nodes.size() - NODES), nodes.size())),
                        latest)
                .saying(said.isEmpty() ? null : Text.cut(String.join("\n", said), WORDS));
    }
}
