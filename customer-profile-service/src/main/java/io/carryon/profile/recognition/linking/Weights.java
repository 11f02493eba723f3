package io.carryon.profile.recognition.linking;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** A model's weights laid out for counting. */
final class Weights {

    private static final int MOST_REASONS = 3;

    private final double bias;
    private final Signal[] signals;
    private final LinkModel.Weight[] weights;

    Weights(LinkModel model) {
        this.bias = model.bias();
        this.signals = model.weights().keySet().toArray(Signal[]::new);
        this.weights = model.weights().values().toArray(LinkModel.Weight[]::new);
    }

    /** How likely a contact with these facts is about the issue, from 0 to 1. */
    double probability(Facts facts) {
        return 1 / (1 + Math.exp(-(bias + Arrays.stream(contributions(facts)).sum())));
    }

    /** What of the facts speaks for the issue most, in words, at most {@value #MOST_REASONS}. */
    List<String> reasons(Facts facts) {
        var contributions = contributions(facts);
        var reasonWeights = new EnumMap<Reason, Double>(Reason.class);
        for (int i = 0; i < signals.length; i++) {
            reasonWeights.merge(signals[i].reason(), contributions[i], Double::sum);
        }
        var reasons = reasonWeights.entrySet().stream()
                .filter(each -> each.getValue() > 0 && each.getKey().holds(facts))
                .sorted(Map.Entry.<Reason, Double>comparingByValue().reversed())
                .limit(MOST_REASONS)
                .map(each -> each.getKey().says())
                .toList();
        return reasons.isEmpty() ? List.of("it is the closest of what came before") : reasons;
    }

    /** What each signal adds, as log-odds. */
    private double[] contributions(Facts facts) {
        var contributions = new double[signals.length];
        for (int i = 0; i < contributions.length; i++) {
            var weight = weights[i];
            contributions[i] = weight.weight() * (signals[i].of(facts) - weight.mean()) / weight.deviation();
        }
        return contributions;
    }
}
