package io.carryon.bench.generated;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** What the API handed out: ids, names and codes by where they are found, so that requests reach what is there. */
final class Known {

    private static final int MOST = 200;
    private static final String TICKETS = "/v1/tickets";
    private static final Set<String> CALLED =
            Set.of("contactId", "entryId", "customerId", "issueId", "queue", "number", "owner", "next");
    private static final Set<String> TICKETS_CALLED = Set.of("into", "ids", "ticketId", "ticketIds");
    private static final List<String> NAMES = List.of("id", "code", "name", "queue");

    /** One of a collection: what stands for the collection's own parameters, and its name there. */
    private record Place(Map<String, String> within, String name) {}

    private final Map<String, List<String>> values = new HashMap<>();
    private final Map<String, List<Place>> places = new HashMap<>();

    /** Any value of what a property or parameter of this name holds. */
    Optional<String> any(String name, Random random) {
        if (TICKETS_CALLED.contains(name)) {
            return one(places.getOrDefault(TICKETS, List.of()), random).map(Place::name);
        }
        var called = name.equals("cursor") ? "next" : name;
        // A list of queues holds what a queue is called.
        return one(values.getOrDefault(called, values.getOrDefault(called.replaceFirst("s$", ""), List.of())), random);
    }

    /** Values of a parameter of a path and of those before it, which belong together; none if nothing is known. */
    Map<String, String> inPath(String path, String parameter, Random random) {
        var before = path.substring(0, path.indexOf("/{" + parameter + "}"));
        if (parameter.startsWith("other")) {
            return one(places.getOrDefault(TICKETS, List.of()), random)
                    .map(place -> Map.of(parameter, place.name()))
                    .orElse(Map.of());
        }
        var found = one(places.getOrDefault(before, List.of()), random);
        if (found.isEmpty()) {
            return any(parameter, random).map(value -> Map.of(parameter, value)).orElse(Map.of());
        }
        var chosen = new HashMap<>(found.get().within());
        chosen.put(parameter, found.get().name());
        return chosen;
    }

    /** Learns from an answer to the operation of a path, asked with these values for its parameters. */
    void learn(String path, Map<String, String> asked, JsonNode answer) {
        var collection = path.endsWith("}") ? path.substring(0, path.lastIndexOf("/{")) : path;
        var within = new HashMap<>(asked);
        within.keySet().removeIf(parameter -> !collection.contains("{" + parameter + "}"));
        place(collection, within, answer);
        answer.path("items").forEach(item -> place(collection, within, item));
        called(answer);
    }

    private void place(String collection, Map<String, String> within, JsonNode item) {
        NAMES.stream()
                .map(item::path)
                .filter(JsonNode::isTextual)
                .findFirst()
                .ifPresent(name -> remember(places, collection, new Place(within, name.asText())));
    }

    private void called(JsonNode node) {
        node.properties().forEach(property -> {
            if (CALLED.contains(property.getKey()) && property.getValue().isTextual()) {
                remember(values, property.getKey(), property.getValue().asText());
            }
        });
        node.forEach(this::called);
    }

    private static <T> void remember(Map<String, List<T>> all, String name, T value) {
        var known = all.computeIfAbsent(name, none -> new ArrayList<>());
        if (known.size() < MOST && !known.contains(value)) {
            known.add(value);
        }
    }

    private static <T> Optional<T> one(List<T> known, Random random) {
        return known.isEmpty() ? Optional.empty() : Optional.of(known.get(random.nextInt(known.size())));
    }
}
