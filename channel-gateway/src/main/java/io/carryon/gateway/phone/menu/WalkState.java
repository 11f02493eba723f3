package io.carryon.gateway.phone.menu;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Where a caller is in a menu, and all that is known from the way there. Whoever holds it can carry on, without a
 * database.
 *
 * @param silences how often nothing was said at this node
 * @param mistakes how often something was said here that the node does not take
 * @param collected what was keyed in, by field; masked when it is sensitive, empty when it was passed over
 * @param path the topics on the way, from the root
 */
public record WalkState(
        String node, String language, int silences, int mistakes, Map<String, String> collected, List<String> path) {

    public WalkState {
        collected = Collections.unmodifiableMap(new LinkedHashMap<>(collected));
        path = List.copyOf(path);
    }

    static WalkState beginning(String language) {
        return new WalkState(Menu.ROOT, language, 0, 0, Map.of(), List.of());
    }

    /** What the caller really gave. */
    public Map<String, String> given() {
        return collected.entrySet().stream()
                .filter(input -> !input.getValue().isEmpty())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> b, LinkedHashMap::new));
    }

    WalkState at(MenuNode next, String topic) {
        var longer = new ArrayList<>(path);
        if (topic != null && (path.isEmpty() || !path.getLast().equals(topic))) {
            longer.add(topic);
        }
        return new WalkState(next.name(), language, 0, 0, collected, longer);
    }

    WalkState silentOnce() {
        return new WalkState(node, language, silences + 1, mistakes, collected, path);
    }

    WalkState mistakenOnce() {
        return new WalkState(node, language, silences, mistakes + 1, collected, path);
    }

    WalkState speaking(String chosen) {
        return chosen == null ? this : new WalkState(node, chosen, silences, mistakes, collected, path);
    }

    WalkState with(String field, String value) {
        var more = new LinkedHashMap<>(collected);
        more.put(field, value);
        return new WalkState(node, language, silences, mistakes, more, path);
    }
}
