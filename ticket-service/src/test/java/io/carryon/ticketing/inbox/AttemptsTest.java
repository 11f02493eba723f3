package io.carryon.ticketing.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AttemptsTest {

    private final List<Duration> pauses = new ArrayList<>();
    private final Attempts attempts = new Attempts(pause -> {
        pauses.add(pause);
        return false;
    });
    private final AtomicInteger tries = new AtomicInteger();

    @ParameterizedTest
    @ValueSource(strings = {"08006", "25006", "28P01", "28000", "42501", "53300", "57P01", "58030", "XX000", "40P01"})
    void whatTheDatabaseRefusesToEveryMessageIsWaitedOut(String state) {
        assertThat(attempts.untilHandled(() -> failUntil(50, new IllegalStateException(new SQLException("no", state)))))
                .isTrue();

        assertThat(tries).hasValue(50);
    }

    @Test
    void anythingElseThatIsNotTheMessagesFaultIsWaitedOutToo() {
        attempts.untilHandled(() -> failUntil(50, new IllegalStateException(new SQLException("acquisition timeout"))));
        attempts.untilHandled(() -> failUntil(100, new IllegalStateException("closed")));
        attempts.untilHandled(() -> failUntil(150, new OutOfMemoryError("for a moment")));

        assertThat(tries).hasValue(150);
    }

    @Test
    void pausesGrowToFiveSeconds() {
        attempts.untilHandled(() -> failUntil(20, new IllegalStateException()));

        assertThat(pauses).isSorted().startsWith(Duration.ofMillis(20), Duration.ofMillis(40));
        assertThat(pauses.getLast()).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void whatCannotBeReadOrStoredIsGivenUpAtOnce() {
        assertThatThrownBy(() -> attempts.untilHandled(() -> failUntil(99, new UnreadableEventException("no"))))
                .hasMessage("no");
        assertThatThrownBy(() -> attempts.untilHandled(
                        () -> failUntil(99, new IllegalStateException(new SQLException("bad", "22021")))))
                .isInstanceOf(IllegalStateException.class);

        assertThat(tries).hasValue(2);
    }

    @Test
    void whatBreaksARuleMayHaveMetACompetitorAndIsGivenUpAfterFiveTries() {
        var lostRace = new IllegalStateException(new SQLException("duplicate key", "23505"));

        assertThat(attempts.untilHandled(() -> failUntil(3, lostRace))).isTrue();
        assertThatThrownBy(() -> attempts.untilHandled(() -> failUntil(99, lostRace)))
                .isEqualTo(lostRace);

        assertThat(tries).hasValue(3 + 5);
    }

    @Test
    void whatOurOwnCodeFailsOnDoesNotHoldUpTheMessagesBehindIt() {
        var mistake = new IllegalStateException(new NullPointerException("nobody thought of that"));

        assertThatThrownBy(() -> attempts.untilHandled(() -> failUntil(99, mistake)))
                .isEqualTo(mistake);

        assertThat(tries).hasValue(5);
    }

    @Test
    void whatMustNotBeGivenUpIsNotWhateverTheReason() {
        assertThat(attempts.untilDone(() -> failUntil(50, new UnreadableEventException("no"))))
                .isTrue();

        assertThat(tries).hasValue(50);
    }

    @Test
    void theFirstFailureAtAStopHandsTheMessageBack() {
        var stopping = new Attempts(pause -> true);

        assertThat(stopping.untilHandled(() -> failUntil(99, new IllegalStateException("closed"))))
                .isFalse();

        assertThat(tries).hasValue(1);
    }

    private void failUntil(int lastTry, Throwable failure) {
        if (tries.incrementAndGet() < lastTry) {
            if (failure instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) failure;
        }
    }
}
