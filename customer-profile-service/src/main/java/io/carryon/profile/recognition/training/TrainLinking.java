package io.carryon.profile.recognition.training;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.carryon.profile.recognition.linking.IssueLinker;
import io.carryon.profile.recognition.linking.LinkingPolicy;
import io.carryon.profile.recognition.linking.Signal;
import io.carryon.profile.recognition.meaning.SentenceModel;
import io.carryon.profile.recognition.meaning.SentenceVector;
import io.carryon.profile.recognition.reading.ContactReader;
import io.carryon.profile.recognition.reading.LanguageGuess;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The training command: reads labelled decisions, prints cross-validated figures, and writes the model.
 *
 * <p>{@code TrainLinking DECISIONS.jsonl LABELS.jsonl FOLDER [--ablation]}; labels may also stand in the decisions.
 */
public final class TrainLinking {

    private static final int FOLDS = 5;
    private static final int RAREST_TERM = 3;

    private final ObjectMapper json = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    private final ContactReader reader = new ContactReader(new LanguageGuess());
    private final PrintStream out;

    private TrainLinking(PrintStream out) {
        this.out = out;
    }

    public static void main(String... arguments) throws IOException {
        if (arguments.length < 3) {
            System.err.println("TrainLinking DECISIONS.jsonl LABELS.jsonl FOLDER [--ablation]");
            System.exit(2);
        }
        new TrainLinking(System.out)
                .train(
                        Path.of(arguments[0]),
                        Path.of(arguments[1]),
                        Path.of(arguments[2]),
                        List.of(arguments).contains("--ablation"));
    }

    /** A decision's label. */
    private record Label(String id, String ticket, List<String> source) {}

    private void train(Path decisionsFile, Path labelsFile, Path folder, boolean ablation) throws IOException {
        var decisions = read(decisionsFile, Decision.class);
        var labels = read(labelsFile, Label.class).stream().collect(Collectors.toMap(Label::id, Function.identity()));
        var meanings = meanings(decisions);
        var mean = mean(meanings);
        var terms = terms(meanings);
        Files.createDirectories(folder);
        writeMean(mean, folder.resolve("mean-vector.bin"));
        try (var model = new SentenceModel(mean)) {
            var comparisons = new Comparisons(reader, model);
            var unknown = weight(meanings.size(), 0);
            var words = new Trainer(terms, unknown, Set.of()).blank();
            var examples = new ArrayList<Example>();
            for (var decision : decisions) {
                var label = labels.get(decision.id());
                var comparison = comparisons.of(decision, new IssueLinker(words, LinkingPolicy.standard()).terms());
                examples.add(new Example(
                        decision.id(),
                        comparison,
                        "new".equals(label.ticket()) ? null : Comparisons.id(label.ticket()),
                        label.source() == null ? "" : label.source().getLast()));
            }
            report(examples, terms, unknown, ablation);
            var trained = new Trainer(terms, unknown, Set.of())
                    .train("trained on " + examples.size() + " decisions of " + decisionsFile.getFileName(), examples);
            try (var file = Files.newOutputStream(folder.resolve("link-model.json"))) {
                trained.write(file);
            }
        } catch (ai.onnxruntime.OrtException e) {
            throw new IllegalStateException("The sentence model cannot be closed", e);
        }
    }

    private void report(List<Example> examples, Map<String, Double> terms, double unknown, boolean ablation) {
        var topics = new Topics(examples);
        out.println("cross-validated, 5 random parts:   " + validated(examples, Example::id, terms, unknown, Set.of()));
        out.println("cross-validated, unseen topics:    " + validated(examples, topics::of, terms, unknown, Set.of()));
        out.println(
                "cross-validated, unseen sources:   " + validated(examples, Example::group, terms, unknown, Set.of()));
        if (ablation) {
            for (var each : Ablation.values()) {
                out.println("without " + each.says() + ": "
                        + validated(examples, topics::of, terms, unknown, each.signals()));
            }
        }
    }

    /** Figures of models that have not seen the group an example belongs to. */
    private static Figures validated(
            List<Example> examples,
            Function<Example, String> group,
            Map<String, Double> terms,
            double unknown,
            Set<Signal> without) {
        var folds = new TreeMap<Integer, List<Example>>();
        examples.forEach(example -> folds.computeIfAbsent(
                        Math.floorMod(
                                group.apply(example).hashCode(),
                                group.apply(example).startsWith("source") ? 97 : FOLDS),
                        fold -> new ArrayList<>())
                .add(example));
        var figures = Figures.none();
        for (var fold : folds.keySet()) {
            var others = folds.entrySet().stream()
                    .filter(each -> !each.getKey().equals(fold))
                    .flatMap(each -> each.getValue().stream())
                    .toList();
            var model = new Trainer(terms, unknown, without).train("fold", others);
            figures = figures.plus(Figures.of(new IssueLinker(model, LinkingPolicy.standard()), folds.get(fold)));
        }
        return figures;
    }

    private Set<String> meanings(List<Decision> decisions) {
        var meanings = new TreeSet<String>();
        for (var decision : decisions) {
            for (var said : decision.history()) {
                meanings.add(reader.read(said.text(), language(said)).meaning());
            }
            meanings.add(reader.read(decision.contact().text(), language(decision.contact()))
                    .meaning());
        }
        return meanings;
    }

    private static String language(Decision.Said said) {
        return "und".equals(said.lang()) ? null : said.lang();
    }

    private static float[] mean(Collection<String> meanings) {
        var sum = new float[SentenceVector.SIZE];
        try (var plain = new SentenceModel(new float[SentenceVector.SIZE])) {
            for (var meaning : meanings) {
                var vector = plain.centred(meaning);
                for (int i = 0; i < sum.length; i++) {
                    sum[i] += vector[i] / meanings.size();
                }
            }
        } catch (ai.onnxruntime.OrtException e) {
            throw new IllegalStateException("The sentence model cannot be closed", e);
        }
        return sum;
    }

    private Map<String, Double> terms(Collection<String> meanings) {
        var counts = new HashMap<String, Integer>();
        meanings.forEach(
                meaning -> reader.read(meaning, "en").terms().forEach(term -> counts.merge(term, 1, Integer::sum)));
        var terms = new LinkedHashMap<String, Double>();
        new TreeMap<>(counts).forEach((term, count) -> {
            if (count >= RAREST_TERM) {
                terms.put(term, weight(meanings.size(), count));
            }
        });
        return terms;
    }

    private static double weight(int texts, int with) {
        return Math.round(Math.log((texts + 1) / (with + 0.5)) * 1000) / 1000.0;
    }

    private static void writeMean(float[] mean, Path file) throws IOException {
        try (var data = new DataOutputStream(Files.newOutputStream(file))) {
            for (var value : mean) {
                data.writeFloat(value);
            }
        }
    }

    private <T> List<T> read(Path file, Class<T> type) throws IOException {
        var read = new ArrayList<T>();
        for (var line : Files.readAllLines(file)) {
            if (!line.isBlank()) {
                read.add(json.readValue(line, type));
            }
        }
        return read;
    }
}
