package io.carryon.ticketing.line;

import io.quarkus.test.junit.callback.QuarkusTestAfterConstructCallback;
import java.time.Duration;
import org.awaitility.Awaitility;

/** Waits look at once and often: with Awaitility's own tenth of a second each, tests would mostly wait for their waits. */
public final class PromptWaits implements QuarkusTestAfterConstructCallback {

    @Override
    public void afterConstruct(Object test) {
        Awaitility.setDefaultPollDelay(Duration.ZERO);
        Awaitility.setDefaultPollInterval(Duration.ofMillis(20));
    }
}
