package io.carryon.gateway.testing;

import java.util.Map;
import org.apache.kafka.clients.producer.Partitioner;
import org.apache.kafka.common.Cluster;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.utils.Utils;

/**
 * Cuts the real producer off its broker: a broker names its own address to its clients, so that no proxy stands in
 * between, and the client is where the wire can be cut. It fails as it does when it finds nobody.
 */
public final class BrokerWire implements Partitioner {

    private static volatile boolean cut;

    public static void cut() {
        cut = true;
    }

    public static void mend() {
        cut = false;
    }

    @Override
    public int partition(String topic, Object key, byte[] keyBytes, Object value, byte[] bytes, Cluster cluster) {
        if (cut) {
            throw new TimeoutException("the wire to the broker is cut");
        }
        return Utils.toPositive(Utils.murmur2(keyBytes)) % cluster.partitionCountForTopic(topic);
    }

    @Override
    public void close() {}

    @Override
    public void configure(Map<String, ?> settings) {}
}
