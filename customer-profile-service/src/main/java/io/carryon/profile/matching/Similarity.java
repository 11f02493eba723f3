package io.carryon.profile.matching;

import java.util.function.ToDoubleBiFunction;

/** How far two spellings are apart. */
final class Similarity {

    private static final int LONGEST = 80;

    private Similarity() {}

    /** Letters left out, put in, replaced, or swapped with their neighbour (optimal string alignment). */
    static int typos(String one, String other) {
        return (int) Math.round(distance(one, other, (a, b) -> a.equals(b) ? 0 : 1));
    }

    /** From 0 to 1 for equal ones, by how many letters would have to be changed. */
    static double ratio(String one, String other) {
        return ratio(one, other, (a, b) -> a.equals(b) ? 0 : 1);
    }

    /** The same where replacing one letter by another costs from 0 to 1. */
    static double ratio(String one, String other, ToDoubleBiFunction<Character, Character> replacing) {
        var longer = Math.max(one.length(), other.length());
        return longer == 0 ? 0 : 1 - distance(one, other, replacing) / Math.min(longer, LONGEST);
    }

    private static double distance(String a, String b, ToDoubleBiFunction<Character, Character> replacing) {
        var one = a.substring(0, Math.min(a.length(), LONGEST));
        var other = b.substring(0, Math.min(b.length(), LONGEST));
        var costs = new double[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                costs[i][j] = i == 0 || j == 0 ? i + j : cheapest(one, other, i, j, costs, replacing);
            }
        }
        return costs[one.length()][other.length()];
    }

    private static double cheapest(
            String one,
            String other,
            int i,
            int j,
            double[][] costs,
            ToDoubleBiFunction<Character, Character> replacing) {
        var cost = Math.min(costs[i - 1][j], costs[i][j - 1]) + 1;
        cost = Math.min(cost, costs[i - 1][j - 1] + replacing.applyAsDouble(one.charAt(i - 1), other.charAt(j - 1)));
        var swapped =
                i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1);
        return swapped ? Math.min(cost, costs[i - 2][j - 2] + 1) : cost;
    }
}
