package io.carryon.profile.recognition.linking;

import java.util.DoubleSummaryStatistics;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** A contact's words by how much they tell, to hold others against. */
final class TellingWords {

    private final Comparison.Terms terms;
    private final Map<String, Double> squares = new HashMap<>();
    private final double length;

    TellingWords(Set<String> words, Comparison.Terms terms) {
        this.terms = terms;
        var sum = new DoubleSummaryStatistics();
        for (var word : words) {
            var square = square(word);
            squares.put(word, square);
            sum.accept(square);
        }
        this.length = sum.getSum();
    }

    /** The cosine of the two sets of words: 0 for none in common, 1 for all. */
    double sharedWith(Set<String> theirs) {
        if (squares.isEmpty() || theirs.isEmpty()) {
            return 0;
        }
        var both = new DoubleSummaryStatistics();
        var their = new DoubleSummaryStatistics();
        for (var word : theirs) {
            var mine = squares.get(word);
            if (mine == null) {
                their.accept(square(word));
            } else {
                their.accept(mine);
                both.accept(mine);
            }
        }
        return both.getSum() / Math.sqrt(length * their.getSum());
    }

    private double square(String word) {
        var weight = terms.weight(word);
        return weight * weight;
    }
}
