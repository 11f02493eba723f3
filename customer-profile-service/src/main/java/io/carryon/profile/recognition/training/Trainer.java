package io.carryon.profile.recognition.training;

import io.carryon.profile.recognition.linking.IssueLinker;
import io.carryon.profile.recognition.linking.LinkModel;
import io.carryon.profile.recognition.linking.LinkingPolicy;
import io.carryon.profile.recognition.linking.Signal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Weighs the signals so that they tell best which issue a contact is about. */
final class Trainer {

    private static final double RIDGE = 10;

    private final Map<String, Double> terms;
    private final double unknownTerm;
    private final Set<Signal> without;

    /** @param without signals that are left out, to see what they bring */
    Trainer(Map<String, Double> terms, double unknownTerm, Set<Signal> without) {
        this.terms = terms;
        this.unknownTerm = unknownTerm;
        this.without = without;
    }

    /** A model without weights, whose rules and words are all that is needed to gather rows. */
    LinkModel blank() {
        return new LinkModel("blank", 0, new EnumMap<>(Signal.class), terms, unknownTerm);
    }

    LinkModel train(String version, List<Example> examples) {
        var linker = new IssueLinker(blank(), LinkingPolicy.standard());
        var rows = new ArrayList<double[]>();
        var labels = new ArrayList<Boolean>();
        for (var example : examples) {
            for (var row : linker.rows(example.comparison())) {
                rows.add(row.signals());
                labels.add(row.issue().id().equals(example.issueId()));
            }
        }
        var used = EnumSet.allOf(Signal.class);
        used.removeAll(without);
        var scales = scales(rows);
        var fit = new LogisticRegression(RIDGE)
                .fit(rows.stream().map(row -> scaled(row, used, scales)).toList(), labels);
        var weights = new EnumMap<Signal, LinkModel.Weight>(Signal.class);
        var at = 1;
        for (var signal : used) {
            var scale = scales[signal.ordinal()];
            weights.put(
                    signal, new LinkModel.Weight(rounded(fit.weights()[at++]), rounded(scale[0]), rounded(scale[1])));
        }
        return new LinkModel(version, rounded(fit.weights()[0]), weights, terms, unknownTerm);
    }

    private static double[] scaled(double[] row, Set<Signal> used, double[][] scales) {
        return used.stream()
                .mapToDouble(
                        signal -> (row[signal.ordinal()] - scales[signal.ordinal()][0]) / scales[signal.ordinal()][1])
                .toArray();
    }

    /** Mean and deviation of each signal; a signal that never differs has deviation 1. */
    private static double[][] scales(List<double[]> rows) {
        var scales = new double[Signal.values().length][2];
        for (int i = 0; i < scales.length; i++) {
            var at = i;
            var mean = rows.stream().mapToDouble(row -> row[at]).average().orElse(0);
            var variance = rows.stream()
                    .mapToDouble(row -> (row[at] - mean) * (row[at] - mean))
                    .average()
                    .orElse(0);
            scales[i] = new double[] {mean, variance < 1e-12 ? 1 : Math.sqrt(variance)};
        }
        return scales;
    }

    private static double rounded(double value) {
        return Math.round(value * 1e5) / 1e5;
    }
}
