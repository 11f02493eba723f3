package io.carryon.bench.predict;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Runs a benchmark's file through the services' real code, without a server: predict KIND IN.jsonl OUT.jsonl, where for
 * {@code email} a folder of mails is read.
 */
public final class Predict {

    private static final String MAILS = "email";
    private static final Map<String, Supplier<Prediction>> KINDS = new TreeMap<>(Map.of(
            "identity", IdentityPrediction::new,
            "linking", LinkingPrediction::new,
            "phones", PhonePrediction::new));

    private static final ObjectMapper JSON = new ObjectMapper();

    private Predict() {}

    /**
     * Writes one line for each line or mail that is read.
     *
     * @param arguments a kind, the file or the folder of mails to read, the file to write
     * @throws IOException when a file cannot be read or written, or a line is no JSON
     */
    public static void main(String[] arguments) throws IOException {
        var isKnown = arguments.length == 3 && (arguments[0].equals(MAILS) || KINDS.containsKey(arguments[0]));
        if (!isKnown) {
            System.err.println("usage: predict " + String.join("|", KINDS.keySet()) + " IN.jsonl OUT.jsonl, or predict "
                    + MAILS + " FOLDER OUT.jsonl");
            System.exit(2);
        }
        var in = Path.of(arguments[1]);
        var out = Path.of(arguments[2]);
        var lines = arguments[0].equals(MAILS)
                ? MailPredictions.run(in, out)
                : run(KINDS.get(arguments[0]).get(), in, out);
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
