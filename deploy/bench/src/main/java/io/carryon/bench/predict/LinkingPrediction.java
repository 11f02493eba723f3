package io.carryon.bench.predict;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.carryon.profile.recognition.linking.IssueLinker;
import io.carryon.profile.recognition.linking.LinkModel;
import io.carryon.profile.recognition.linking.Linking;
import io.carryon.profile.recognition.linking.LinkingPolicy;
import io.carryon.profile.recognition.meaning.SentenceModel;
import io.carryon.profile.recognition.reading.ContactReader;
import io.carryon.profile.recognition.reading.LanguageGuess;
import io.carryon.profile.recognition.training.Comparisons;
import io.carryon.profile.recognition.training.Decision;

/** Which of a customer's earlier tickets a contact is about, or a new one. */
final class LinkingPrediction implements Prediction {

    private static final String NEW = "new";

    private final ObjectMapper json = new ObjectMapper().registerModule(new JavaTimeModule());
    private final IssueLinker linker = new IssueLinker(LinkModel.shipped(), LinkingPolicy.standard());
    private final Comparisons comparisons =
            new Comparisons(new ContactReader(new LanguageGuess()), new SentenceModel());

    @Override
    public ObjectNode of(JsonNode line) {
        try {
            var decision = json.treeToValue(line, Decision.class);
            var linking = linker.link(comparisons.of(decision, linker.terms()));
            var answer = JsonNodeFactory.instance.objectNode();
            answer.put("id", decision.id());
            answer.put("ticket", ticket(decision, linking));
            answer.put("score", linking.best().map(Linking.Scored::probability).orElse(0.0));
            answer.put("decision", linking.decision().name());
            return answer;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("A line is no decision: " + e.getOriginalMessage(), e);
        }
    }

    private static String ticket(Decision decision, Linking linking) {
        return linking.candidates().stream()
                .findFirst()
                .flatMap(first -> decision.tickets().stream()
                        .map(Decision.Ticket::id)
                        .filter(id -> Comparisons.id(id).equals(first.issue().id()))
                        .findFirst())
                .orElse(NEW);
    }
}
