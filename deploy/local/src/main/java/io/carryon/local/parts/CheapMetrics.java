package io.carryon.local.parts;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.server.metrics.KafkaYammerMetrics;

/**
 * The broker times every request eight ways, into histograms that favour recent values and take an eighth of its
 * processor time for that. No setting turns them off; but whoever registers a histogram first decides on its kind.
 */
final class CheapMetrics {

    private static final List<String> FREQUENT =
            List.of("Produce", "Fetch", "FetchConsumer", "Heartbeat", "OffsetCommit", "BrokerHeartbeat");

    private static final List<String> TIMES = List.of(
            "RequestQueueTimeMs",
            "LocalTimeMs",
            "RemoteTimeMs",
            "ThrottleTimeMs",
            "ResponseQueueTimeMs",
            "ResponseSendTimeMs",
            "TotalTimeMs",
            "RequestBytes");

    private CheapMetrics() {}

    /** To be called before the broker starts. */
    static void register() {
        for (String request : FREQUENT) {
            for (String time : TIMES) {
                KafkaYammerMetrics.defaultRegistry()
                        .newHistogram(
                                KafkaYammerMetrics.getMetricName(
                                        "kafka.network",
                                        "RequestMetrics",
                                        time,
                                        new LinkedHashMap<>(Map.of("request", request))),
                                false);
            }
        }
    }
}
