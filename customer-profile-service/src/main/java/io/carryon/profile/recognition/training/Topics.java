package io.carryon.profile.recognition.training;

import io.carryon.profile.recognition.meaning.SentenceVector;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Topics of examples: those whose contacts are close in meaning, as far as nobody named them. */
final class Topics {

    private static final double SAME_TOPIC = 0.45;

    private final Map<String, String> topics = new HashMap<>();

    /** Leaders in the order of the file: an example joins the first leader it is close to, or leads. */
    Topics(List<Example> examples) {
        var leaders = new ArrayList<SentenceVector>();
        for (var example : examples) {
            var meaning = example.comparison().contact().meaning().get();
            var topic = 0;
            while (topic < leaders.size() && leaders.get(topic).similarity(meaning) < SAME_TOPIC) {
                topic++;
            }
            if (topic == leaders.size()) {
                leaders.add(meaning);
            }
            topics.put(example.id(), "topic " + topic);
        }
    }

    String of(Example example) {
        return topics.get(example.id());
    }
}
