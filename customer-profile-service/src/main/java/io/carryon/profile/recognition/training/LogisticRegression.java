package io.carryon.profile.recognition.training;

import java.util.List;

/**
 * Logistic regression with a ridge, by Newton's method: a few dozen numbers, and the one best answer to the data.
 */
final class LogisticRegression {

    private static final int MOST_STEPS = 30;
    private static final double SETTLED = 1e-8;

    /** @param weights the bias first */
    record Fit(double[] weights) {

        double logOdds(double[] x) {
            var sum = weights[0];
            for (int i = 0; i < x.length; i++) {
                sum += weights[i + 1] * x[i];
            }
            return sum;
        }
    }

    private final double ridge;

    /** @param ridge how hard the weights, not the bias, are pulled to zero */
    LogisticRegression(double ridge) {
        this.ridge = ridge;
    }

    Fit fit(List<double[]> rows, List<Boolean> labels) {
        var size = rows.getFirst().length + 1;
        var weights = new double[size];
        for (int step = 0; step < MOST_STEPS; step++) {
            var gradient = new double[size];
            var curvature = new double[size][size];
            for (int i = 1; i < size; i++) {
                gradient[i] = -ridge * weights[i];
                curvature[i][i] = ridge;
            }
            for (int r = 0; r < rows.size(); r++) {
                add(rows.get(r), labels.get(r), weights, gradient, curvature);
            }
            var move = solve(curvature, gradient);
            var furthest = 0d;
            for (int i = 0; i < size; i++) {
                weights[i] += move[i];
                furthest = Math.max(furthest, Math.abs(move[i]));
            }
            if (furthest < SETTLED) {
                break;
            }
        }
        return new Fit(weights);
    }

    private static void add(double[] row, boolean label, double[] weights, double[] gradient, double[][] curvature) {
        var x = new double[row.length + 1];
        x[0] = 1;
        System.arraycopy(row, 0, x, 1, row.length);
        var sum = 0d;
        for (int i = 0; i < x.length; i++) {
            sum += weights[i] * x[i];
        }
        var probability = 1 / (1 + Math.exp(-sum));
        var steepness = Math.max(probability * (1 - probability), 1e-9);
        for (int i = 0; i < x.length; i++) {
            gradient[i] += x[i] * ((label ? 1 : 0) - probability);
            for (int j = 0; j <= i; j++) {
                curvature[i][j] += steepness * x[i] * x[j];
            }
        }
    }

    /** Solves the symmetric, positive system of which the lower half is given, by Cholesky's decomposition. */
    private static double[] solve(double[][] a, double[] b) {
        var n = b.length;
        var l = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                var sum = a[i][j] + (i == j ? 1e-9 : 0);
                for (int k = 0; k < j; k++) {
                    sum -= l[i][k] * l[j][k];
                }
                l[i][j] = i == j ? Math.sqrt(sum) : sum / l[j][j];
            }
        }
        var y = new double[n];
        for (int i = 0; i < n; i++) {
            var sum = b[i];
            for (int k = 0; k < i; k++) {
                sum -= l[i][k] * y[k];
            }
            y[i] = sum / l[i][i];
        }
        var x = new double[n];
        for (int i = n - 1; i >= 0; i--) {
            var sum = y[i];
            for (int k = i + 1; k < n; k++) {
                sum -= l[k][i] * x[k];
            }
            x[i] = sum / l[i][i];
        }
        return x;
    }
}
