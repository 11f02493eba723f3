package io.carryon.ticketing.webhooks;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class HttpReceiverTest {

    private static final URI URL = URI.create("https://receiver.example.org/hooks");

    private final CountDownLatch over = new CountDownLatch(1);

    @Test
    @Timeout(value = 30, unit = TimeUnit.SECONDS)
    void aNameThatNobodyAnswersForIsWaitedForNoLongerThanForAnAnswer() {
        var vertx = Vertx.vertx();
        var receiver = new HttpReceiver(vertx, new Config(Duration.ofMillis(50)), this::silence);
        try {
            assertThatThrownBy(() -> receiver.post(URL, Map.of(), new byte[0]))
                    .isInstanceOf(DeliveryException.class)
                    .hasMessageContaining("name was not found in 50 ms");
        } finally {
            over.countDown();
            receiver.close();
            vertx.close();
        }
    }

    private InetAddress[] silence(String host) throws UnknownHostException {
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new UnknownHostException(host);
    }

    private record Config(Duration timeout) implements WebhookConfig {

        @Override
        public boolean privateNetworks() {
            return false;
        }

        @Override
        public List<Duration> retries() {
            return List.of();
        }

        @Override
        public Duration disableAfter() {
            return Duration.ofDays(5);
        }

        @Override
        public Duration rotation() {
            return Duration.ofHours(24);
        }

        @Override
        public Duration keep() {
            return Duration.ofDays(30);
        }
    }
}
