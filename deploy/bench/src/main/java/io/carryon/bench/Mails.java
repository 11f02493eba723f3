package io.carryon.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Delivers every .eml and .txt file below a folder into the running mailbox and counts what became of each. */
final class Mails {

    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final CarryonApi api;

    private Mails(CarryonApi api) {
        this.api = api;
    }

    public static void main(String[] args) throws Exception {
        if (args.length == 0) {
            System.err.println("usage: mails FOLDER [--run run.json]");
            System.exit(2);
        }
        var options = new Options(List.of(args).subList(1, args.length).toArray(String[]::new));
        var api = new CarryonApi(new RunningStack(Path.of(options.text("run", ".carryon/run.json"))));
        System.exit(new Mails(api).run(Path.of(args[0])) ? 0 : 1);
    }

    private boolean run(Path folder) throws IOException, InterruptedException {
        var before = outcomes();
        var files = files(folder);
        var delivered = 0;
        for (var file : files) {
            delivered += deliver(file) ? 1 : 0;
        }
        System.out.printf("delivered %d of %d mails%n", delivered, files.size());
        var deadline = System.nanoTime() + LONGEST.toNanos();
        var sums = difference(before, outcomes());
        while (sum(sums) < delivered && System.nanoTime() < deadline) {
            Backoff.afterRefusal();
            sums = difference(before, outcomes());
        }
        sums.forEach((outcome, count) -> System.out.printf("  %-12s %4d%n", outcome, count));
        System.out.printf("  %-12s %4d of %d%n", "sum", sum(sums), files.size());
        return sum(sums) == files.size();
    }

    /** False when the mail server did not take it, which its sender is told. */
    private boolean deliver(Path file) {
        try (var smtp = new SmtpDelivery(api.stack().smtpHost(), api.stack().smtpPort())) {
            smtp.deliver("envelope@bench.example", "support@carryon.test", Files.readAllBytes(file));
            return true;
        } catch (IOException e) {
            System.out.println("  refused: " + file.getFileName() + ": " + e.getMessage());
            return false;
        }
    }

    private Map<String, Integer> outcomes() throws IOException, InterruptedException {
        var sums = new TreeMap<String, Integer>();
        for (JsonNode row : api.intakeSummary().path("counts")) {
            if (row.path("channel").asText().equals("email")) {
                sums.merge(row.path("outcome").asText(), row.path("count").asInt(), Integer::sum);
            }
        }
        return sums;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (var tree = Files.walk(folder)) {
            return tree.filter(Mails::isMail).sorted().toList();
        }
    }

    private static boolean isMail(Path path) {
        return path.toString().endsWith(".eml") || path.toString().endsWith(".txt");
    }

    private static Map<String, Integer> difference(Map<String, Integer> before, Map<String, Integer> after) {
        var difference = new TreeMap<>(after);
        before.forEach((outcome, count) -> difference.merge(outcome, -count, Integer::sum));
        return difference;
    }

    private static int sum(Map<String, Integer> outcomes) {
        return outcomes.values().stream().mapToInt(Integer::intValue).sum();
    }
}
