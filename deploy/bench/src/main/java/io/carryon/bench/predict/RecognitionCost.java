package io.carryon.bench.predict;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.sun.management.OperatingSystemMXBean;
import io.carryon.profile.recognition.linking.IssueLinker;
import io.carryon.profile.recognition.linking.LinkModel;
import io.carryon.profile.recognition.linking.Linking;
import io.carryon.profile.recognition.linking.LinkingPolicy;
import io.carryon.profile.recognition.meaning.SentenceModel;
import io.carryon.profile.recognition.reading.ContactReader;
import io.carryon.profile.recognition.reading.LanguageGuess;
import io.carryon.profile.recognition.training.Decision;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What recognizing a contact costs the processor: the benchmark's contacts are read, what is kept of the customer's
 * earlier ones is unpacked as the document server sends it, and both are compared, by the service's real code.
 */
public final class RecognitionCost {

    private enum Part {
        READING,
        MEMORY,
        COMPARING,
        MODEL
    }

    private final ContactReader reader = new ContactReader(new LanguageGuess());
    private final SentenceModel model = new SentenceModel();
    private final IssueLinker linker = new IssueLinker(LinkModel.shipped(), LinkingPolicy.standard());
    private final Map<Part, Long> spent = new EnumMap<>(Part.class);
    private final OperatingSystemMXBean process = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private RecognitionCost() {}

    /**
     * Prints processor microseconds a contact.
     *
     * @param arguments a file of decisions; how often it is gone through, of which the last time is warm; whether the
     *     channels say the contacts' language
     * @throws IOException when the file cannot be read, or a line is no decision
     */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length < 1 || arguments.length > 3) {
            System.err.println("usage: recognition-cost DECISIONS.jsonl [TIMES [said|unsaid]]");
            System.exit(2);
        }
        var times = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 3;
        var said = arguments.length < 3 || "said".equals(arguments[2]);
        new RecognitionCost().run(decisions(Path.of(arguments[0])), times, said);
    }

    private static List<Decision> decisions(Path file) throws IOException {
        var json = new ObjectMapper().registerModule(new JavaTimeModule());
        try (var lines = Files.lines(file)) {
            return lines.filter(line -> !line.isBlank())
                    .map(line -> {
                        try {
                            return json.readValue(line, Decision.class);
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    })
                    .toList();
        }
    }

    private void run(List<Decision> decisions, int times, boolean said) {
        var histories = decisions.stream()
                .map(decision -> StoredHistory.of(decision, reader, model))
                .toList();
        for (int time = 0; time < times; time++) {
            spent.clear();
            var started = process.getProcessCpuTime();
            var linked = 0;
            for (var history : histories) {
                linked += recognize(history, said) == Linking.Decision.LINK ? 1 : 0;
            }
            print(histories.size(), linked, process.getProcessCpuTime() - started);
        }
    }

    private Linking.Decision recognize(StoredHistory history, boolean said) {
        var contact = history.decision().contact();
        var language = said && !"und".equals(contact.lang()) ? contact.lang() : null;
        var reading = timed(Part.READING, () -> reader.read(contact.text(), language));
        var issues = timed(Part.MEMORY, history::issues);
        var before = spent.getOrDefault(Part.MODEL, 0L);
        var linking = timed(
                Part.COMPARING,
                () -> linker.link(history.comparison(
                        reading,
                        issues,
                        () -> timed(Part.MODEL, () -> model.vector(reading.meaning())),
                        linker.terms())));
        spent.merge(Part.COMPARING, before - spent.getOrDefault(Part.MODEL, 0L), Long::sum);
        return linking.decision();
    }

    private <T> T timed(Part part, Supplier<T> work) {
        var threads = ManagementFactory.getThreadMXBean();
        var started = threads.getCurrentThreadCpuTime();
        var done = work.get();
        spent.merge(part, threads.getCurrentThreadCpuTime() - started, Long::sum);
        return done;
    }

    /** Of the whole process, since libraries may work on threads of their own. */
    private void print(int contacts, int linked, long all) {
        var line = new StringBuilder();
        spent.forEach((part, nanos) ->
                line.append(part.name().toLowerCase(Locale.ROOT)).append(" %.0f, ".formatted(micros(nanos, contacts))));
        System.out.printf(
                "%sin all %.0f us a contact; %d of %d linked%n", line, micros(all, contacts), linked, contacts);
    }

    private static double micros(long nanos, int contacts) {
        return nanos / 1000.0 / contacts;
    }
}
