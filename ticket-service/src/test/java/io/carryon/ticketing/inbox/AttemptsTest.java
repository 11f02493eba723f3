package io.carryon.ticketing.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class AttemptsTest {

    private final Attempts attempts = new Attempts();
    private final AtomicInteger tries = new AtomicInteger();

    @Test
    void anOutageIsWaitedOutHoweverManyTriesItTakes() {
        attempts.untilHandled(() -> failUntil(7, new IllegalStateException(new SQLException("gone", "08006"))));

        assertThat(tries).hasValue(7);
    }

    @Test
    void aPoolWithoutAFreeConnectionIsAnOutageToo() {
        var exhausted = new SQLException("Sorry, acquisition timeout!");

        attempts.untilHandled(() -> failUntil(7, new IllegalStateException(exhausted)));

        assertThat(tries).hasValue(7);
    }

    @Test
    void whatFailsForAnotherReasonIsGivenUpAfterFiveTries() {
        assertThatThrownBy(() -> attempts.untilHandled(() -> failUntil(99, new IllegalStateException("wrong"))))
                .hasMessage("wrong");

        assertThat(tries).hasValue(5);
    }

    @Test
    void whatCannotBeReadIsGivenUpAtOnce() {
        assertThatThrownBy(() -> attempts.untilHandled(() -> failUntil(99, new UnreadableEventException("no"))))
                .hasMessage("no");

        assertThat(tries).hasValue(1);
    }

    @Test
    void whatFailsWhileTheServiceStopsIsNotGivenUp() {
        attempts.stop(null);

        attempts.untilHandled(() -> failUntil(7, new IllegalStateException("EntityManagerFactory is closed")));

        assertThat(tries).hasValue(7);
    }

    private void failUntil(int lastTry, RuntimeException failure) {
        if (tries.incrementAndGet() < lastTry) {
            throw failure;
        }
    }
}
