package io.carryon.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** How long agents waited, by what for, against what is promised. */
final class DeskTimes {

    static final String VIEW = "queue view";
    static final String TICKET = "ticket";
    static final String SEARCH = "search";
    static final String REPLY = "reply";

    /** How much longer it may take with many tickets than with few. */
    private static final double MOST_TIMES = 1.5;

    private static final Map<String, Goal> GOALS = goals();

    /** At so much percent no more than so many milliseconds. */
    private record Goal(int percent, double millis) {}

    private final Map<String, Latencies> latencies = new LinkedHashMap<>();
    private final Map<String, Integer> failed = new ConcurrentSkipListMap<>();

    DeskTimes() {
        GOALS.keySet().forEach(kind -> latencies.put(kind, new Latencies()));
    }

    /** @param expected the status of an answer that is none of the failures */
    void add(String kind, Duration time, Http.Answer answer, int expected) {
        latencies.get(kind).add(time);
        if (answer.status() != expected) {
            failed.merge("%s: %d %s".formatted(kind, answer.status(), withoutItsId(answer.body())), 1, Integer::sum);
        }
    }

    private static String withoutItsId(String problem) {
        return problem.replaceFirst(",\"instance\".*", "");
    }

    /** What was measured so far does not count. */
    void forget() {
        latencies.values().forEach(Latencies::forget);
        failed.clear();
    }

    /** Prints and keeps the figures beside those of other sizes; answers whether all that is promised holds. */
    boolean report(int tickets, Path folder) throws IOException {
        var figures = new TreeMap<String, Double>();
        latencies.forEach((kind, times) ->
                figures.put(kind, times.percentile(GOALS.get(kind).percent())));
        var smaller = smaller(tickets, folder);
        Files.createDirectories(folder);
        new ObjectMapper()
                .writeValue(folder.resolve("%09d.json".formatted(tickets)).toFile(), figures);
        System.out.printf("with %d tickets%n", tickets);
        var holds = failed.isEmpty();
        for (var goal : GOALS.entrySet()) {
            holds &= line(goal.getKey(), goal.getValue(), figures.get(goal.getKey()), smaller);
        }
        failed.forEach((answer, times) -> System.out.printf("FAILED %d times %s%n", times, answer));
        return holds;
    }

    private boolean line(String kind, Goal goal, double millis, Map<String, Double> smaller) {
        var times = smaller.isEmpty() ? 0 : millis / smaller.get(kind);
        var holds = millis <= goal.millis() && times <= MOST_TIMES;
        System.out.printf("  %-10s %s%n", kind, latencies.get(kind));
        System.out.printf("             p%d %.1f ms, at most %.0f", goal.percent(), millis, goal.millis());
        if (!smaller.isEmpty()) {
            System.out.printf(
                    "; %.2f times the %.1f ms with %.0f tickets, at most %.1f",
                    times, smaller.get(kind), smaller.get("tickets"), MOST_TIMES);
        }
        System.out.println(holds ? "" : "  MISSED");
        return holds;
    }

    /** The figures of the smallest size that was measured before, empty when none was smaller. */
    private static Map<String, Double> smaller(int tickets, Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return Map.of();
        }
        try (var measured = Files.list(folder)) {
            var first = measured.sorted().findFirst();
            if (first.isEmpty() || size(first.get()) >= tickets) {
                return Map.of();
            }
            var figures = new TreeMap<String, Double>();
            new ObjectMapper()
                    .readTree(first.get().toFile())
                    .properties()
                    .forEach(field ->
                            figures.put(field.getKey(), field.getValue().asDouble()));
            figures.put("tickets", (double) size(first.get()));
            return figures;
        }
    }

    private static int size(Path file) {
        return Integer.parseInt(file.getFileName().toString().replaceAll("\\D", ""));
    }

    private static Map<String, Goal> goals() {
        var goals = new LinkedHashMap<String, Goal>();
        goals.put(VIEW, new Goal(99, 50));
        goals.put(TICKET, new Goal(99, 50));
        goals.put(SEARCH, new Goal(95, 150));
        goals.put(REPLY, new Goal(99, 80));
        return goals;
    }
}
