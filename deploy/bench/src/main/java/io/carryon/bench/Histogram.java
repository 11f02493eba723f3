package io.carryon.bench;

import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * One timer of a service as its {@code /q/metrics} shows it: how many took at most so long.
 *
 * @param atMost by the bound in seconds; the last is infinite
 */
record Histogram(NavigableMap<Double, Double> atMost) {

    /**
     * The timer in the text format of Prometheus.
     *
     * @param labels those it is chosen by, such as {@code way="meaning"}
     */
    static Histogram read(String metrics, String name, String labels) {
        var bucket = Pattern.compile("^" + name
                + "_seconds_bucket\\{(?<labels>[^}]*)le=\"(?<bound>[^\"]+)\",?(?<more>[^}]*)}" + " (?<count>\\S+)");
        var found = new TreeMap<Double, Double>();
        metrics.lines().map(bucket::matcher).filter(line -> line.find()).forEach(line -> {
            if ((line.group("labels") + line.group("more")).contains(labels)) {
                var bound = line.group("bound");
                found.put(
                        bound.equals("+Inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(bound),
                        Double.parseDouble(line.group("count")));
            }
        });
        return new Histogram(found);
    }

    /** What came since. */
    Histogram since(Histogram before) {
        var more = new TreeMap<>(atMost);
        before.atMost.forEach((bound, count) -> more.merge(bound, -count, Double::sum));
        return new Histogram(more);
    }

    long count() {
        return atMost.isEmpty() ? 0 : atMost.lastEntry().getValue().longValue();
    }

    /** The bound in milliseconds that so many of a hundred kept. */
    double percentile(double percent) {
        return 1e3
                * atMost.entrySet().stream()
                        .filter(bucket -> bucket.getValue() >= percent / 100 * count())
                        .findFirst()
                        .orElseThrow()
                        .getKey();
    }

    @Override
    public String toString() {
        return count() == 0
                ? "none"
                : "p50 ≤ %.0f ms, p95 ≤ %.0f ms, p99 ≤ %.0f ms (%d measured)"
                        .formatted(percentile(50), percentile(95), percentile(99), count());
    }
}
