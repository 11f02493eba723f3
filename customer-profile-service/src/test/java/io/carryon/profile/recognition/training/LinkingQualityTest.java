package io.carryon.profile.recognition.training;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.carryon.profile.recognition.linking.IssueLinker;
import io.carryon.profile.recognition.linking.LinkModel;
import io.carryon.profile.recognition.linking.LinkingPolicy;
import io.carryon.profile.recognition.meaning.SentenceModel;
import io.carryon.profile.recognition.reading.ContactReader;
import io.carryon.profile.recognition.reading.LanguageGuess;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The shipped model on a sample of the benchmark, so that its quality cannot silently fall. */
class LinkingQualityTest {

    private static final ObjectMapper JSON = new ObjectMapper().registerModule(new JavaTimeModule());

    @Test
    void theShippedModelLinksTheSampleAsWellAsItDid() throws Exception {
        var linker = new IssueLinker(LinkModel.shipped(), LinkingPolicy.standard());
        try (var model = new SentenceModel()) {
            var figures =
                    Figures.of(linker, sample(new Comparisons(new ContactReader(new LanguageGuess()), model), linker));

            assertThat(figures.f1()).isGreaterThan(0.85);
            assertThat(figures.wrongLinks()).isLessThan(0.05);
            assertThat(figures.accuracyOnNew()).isGreaterThan(0.88);
            assertThat(figures.automaticPrecision()).isGreaterThan(0.93);
            assertThat(figures.automaticRecall()).isGreaterThan(0.6);
        }
    }

    private static List<Example> sample(Comparisons comparisons, IssueLinker linker) throws Exception {
        var examples = new ArrayList<Example>();
        try (var in = LinkingQualityTest.class.getResourceAsStream("/benchmark/linking.jsonl");
                var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                var label = JSON.readTree(line).get("label").asText();
                var decision = JSON.readValue(line, Decision.class);
                examples.add(new Example(
                        decision.id(),
                        comparisons.of(decision, linker.terms()),
                        "new".equals(label) ? null : Comparisons.id(label),
                        ""));
            }
        }
        return examples;
    }
}
