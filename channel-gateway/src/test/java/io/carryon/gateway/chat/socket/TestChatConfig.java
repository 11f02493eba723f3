package io.carryon.gateway.chat.socket;

import io.carryon.gateway.chat.ChatConfig;
import java.time.Duration;

/** The usual, without booting anything; how long a browser is waited for is the test's. */
record TestChatConfig(Duration sendWithin) implements ChatConfig {

    @Override
    public String socketUrl() {
        return "ws://localhost";
    }

    @Override
    public Duration sessionTtl() {
        return Duration.ofHours(24);
    }

    @Override
    public Duration helloWithin() {
        return Duration.ofSeconds(10);
    }

    @Override
    public int messages() {
        return 1_000;
    }

    @Override
    public int tabs() {
        return 5;
    }

    @Override
    public int burst() {
        return 20;
    }

    @Override
    public Duration burstPeriod() {
        return Duration.ofSeconds(10);
    }

    @Override
    public int heartbeatSec() {
        return 25;
    }

    @Override
    public Duration typingEvery() {
        return Duration.ofMillis(1_500);
    }

    @Override
    public Duration typingFor() {
        return Duration.ofSeconds(5);
    }

    @Override
    public Duration turn() {
        return Duration.ofSeconds(4);
    }

    @Override
    public Duration availabilityFor() {
        return Duration.ofMinutes(3);
    }

    @Override
    public Files files() {
        throw new UnsupportedOperationException("No files here");
    }
}
