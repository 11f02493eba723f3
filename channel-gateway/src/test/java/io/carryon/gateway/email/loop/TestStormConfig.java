package io.carryon.gateway.email.loop;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Storms within ten minutes, loops within one; whoever writes for the form is exempt. */
public record TestStormConfig(int from, int loopFrom) implements MailStormConfig {

    @Override
    public Duration window() {
        return Duration.ofMinutes(10);
    }

    @Override
    public Optional<Set<String>> exempt() {
        return Optional.of(Set.of("Form@shop.example"));
    }

    @Override
    public Duration loopWindow() {
        return Duration.ofMinutes(1);
    }
}
