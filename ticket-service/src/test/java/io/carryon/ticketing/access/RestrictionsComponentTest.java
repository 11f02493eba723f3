package io.carryon.ticketing.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RestrictionsComponentTest {

    private RuntimeException failure;
    private Instant now = Instant.parse("2026-11-16T12:00:00Z");
    private final Caller caller = new Caller("amy", Set.of("agent"));
    private final Restrictions restrictions = new Restrictions(
            new QueueAccessStore(null) {
                @Override
                List<QueueAccess> all() {
                    if (failure != null) {
                        throw failure;
                    }
                    return List.of(new QueueAccess("technical", true, List.of("bob"), List.of(), 1));
                }
            },
            new Clock() {
                @Override
                public Instant instant() {
                    return now;
                }

                @Override
                public ZoneId getZone() {
                    return ZoneOffset.UTC;
                }

                @Override
                public Clock withZone(ZoneId zone) {
                    return this;
                }
            });

    @Test
    void whileTheDatabaseIsAwayWhatWasKnownLastHolds() {
        assertThat(restrictions.hiddenFrom(caller)).containsExactly("technical");

        afterItFails(new IllegalStateException(new SQLException("terminating connection", "57P01")));

        assertThat(restrictions.hiddenFrom(caller)).containsExactly("technical");
    }

    @Test
    void whatFailsOtherwiseIsNotHiddenBehindWhatWasKnown() {
        assertThat(restrictions.hiddenFrom(caller)).containsExactly("technical");

        afterItFails(new IllegalStateException("a mistake of ours"));

        assertThatThrownBy(() -> restrictions.hiddenFrom(caller)).hasStackTraceContaining("a mistake of ours");
    }

    private void afterItFails(RuntimeException why) {
        failure = why;
        now = now.plus(Duration.ofSeconds(3));
    }
}
