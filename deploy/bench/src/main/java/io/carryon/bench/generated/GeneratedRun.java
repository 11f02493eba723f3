package io.carryon.bench.generated;

import io.carryon.bench.generated.ApiDocument.Operation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Asks every operation of an API again and again, rightly and wrongly, and holds each answer against the document. */
public final class GeneratedRun {

    private static final int MOST_SHOWN = 40;
    private static final int MOST_OF_A_COMMAND = 900;

    private final List<Operation> operations;
    private final AnswerRules rules;
    private final Caller caller;
    private final Known known = new Known();
    private final Random random;
    private final Map<String, Map<Integer, Integer>> statuses = new LinkedHashMap<>();
    private final Map<String, String> broken = new LinkedHashMap<>();
    private int asked;

    /** @param tokens of the roles, the mightiest first, the last one of somebody who is nobody here */
    public GeneratedRun(ApiDocument document, String service, List<String> tokens, long seed) {
        this.random = new Random(seed);
        this.operations = new ArrayList<>(document.operations());
        this.rules = new AnswerRules(document);
        this.caller = new Caller(service, tokens, known, new Values(document, known, random), random);
    }

    /** Asks at least so many times; answers whether every answer was what the document says. */
    public boolean run(int requests) throws IOException, InterruptedException {
        // What is read first is known when it is asked for.
        operations.sort(Comparator.comparing(Operation::isRead).reversed().thenComparing(Operation::path));
        for (var round = 0; asked < requests; round++) {
            if (round > 0) {
                Collections.shuffle(operations, random);
            }
            for (var operation : operations) {
                ask(operation, round % 2 == 1);
            }
        }
        report();
        return broken.isEmpty();
    }

    private void ask(Operation operation, boolean wrongly) throws IOException, InterruptedException {
        var answered = wrongly ? caller.askWrongly(operation) : caller.ask(operation);
        asked++;
        statuses.computeIfAbsent(operation.name(), none -> new TreeMap<>()).merge(answered.status(), 1, Integer::sum);
        rules.broken(operation, answered)
                .ifPresent(what -> broken.putIfAbsent(operation.name() + ": " + what, command(answered.asked())));
        if (answered.status() < 300 && answered.json() != null) {
            known.learn(operation.path(), answered.asked().chosen(), answered.json());
        }
    }

    private void report() {
        statuses.forEach((operation, seen) -> System.out.printf("  %-60s %s%n", operation, seen));
        var never = statuses.values().stream()
                .filter(seen -> seen.keySet().stream().noneMatch(status -> status < 300))
                .count();
        System.out.printf(
                "%d requests to %d operations, %d of which never answered 2xx; %d answers were other than the document says%n",
                asked, operations.size(), never, broken.size());
        broken.entrySet().stream()
                .limit(MOST_SHOWN)
                .forEach(found -> System.out.printf("%n%s%n  %s%n", found.getKey(), found.getValue()));
    }

    /** Without the token, which is nobody's to read. */
    private static String command(Caller.Asked asked) {
        var command = new StringBuilder("curl -X " + asked.method() + " '" + asked.url() + "'");
        asked.headers().forEach((name, value) -> {
            if (!name.equals("Authorization")) {
                command.append(" -H '").append(name).append(": ").append(value).append('\'');
            }
        });
        if (asked.body() != null) {
            command.append(" -d '").append(asked.body()).append('\'');
        }
        return command.substring(0, Math.min(MOST_OF_A_COMMAND, command.length()));
    }
}
