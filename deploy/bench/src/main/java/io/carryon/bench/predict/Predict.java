package io.carryon.bench.predict;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Runs a benchmark's file through the service's real code, without a server: predict KIND IN.jsonl OUT.jsonl. */
public final class Predict {

    private static final Map<String, Supplier<Prediction>> KINDS = new TreeMap<>(Map.of(
            "identity", IdentityPrediction::new,
            "linking", LinkingPrediction::new,
            "phones", PhonePrediction::new));

    private static final ObjectMapper JSON = new ObjectMapper();

    private Predict() {}

    /**
     * Writes one line for each line that is read.
     *
     * @param arguments a kind, the file to read, the file to write
     * @throws IOException when a file cannot be read or written, or a line is no JSON
     */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 3 || !KINDS.containsKey(arguments[0])) {
            System.err.println("usage: predict " + String.join("|", KINDS.keySet()) + " IN.jsonl OUT.jsonl");
            System.exit(2);
        }
        var lines = run(KINDS.get(arguments[0]).get(), Path.of(arguments[1]), Path.of(arguments[2]));
        System.out.println(lines + " predictions in " + arguments[2]);
    }

    static long run(Prediction prediction, Path in, Path out) throws IOException {
        var count = 0L;
        try (var lines = Files.newBufferedReader(in);
                var answers = Files.newBufferedWriter(out)) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank()) {
                    answers.write(prediction.of(JSON.readTree(line)).toString());
                    answers.newLine();
                    count++;
                }
            }
        }
        return count;
    }
}
