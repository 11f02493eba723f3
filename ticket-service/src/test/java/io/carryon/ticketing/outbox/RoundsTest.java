package io.carryon.ticketing.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The pauses are longer than a test may take: what returns was woken. */
@Timeout(30)
class RoundsTest {

    private static final Duration FOR_LONG = Duration.ofHours(1);

    private final Rounds rounds = new Rounds(Duration.ofMillis(1));

    @Test
    void whatComesDuringARoundBeginsAnother() throws InterruptedException {
        rounds.await(Duration.ZERO);
        rounds.wake();
        rounds.await(FOR_LONG);
    }

    @Test
    void whatComesTogetherIsOneRound() throws InterruptedException {
        rounds.wake();
        rounds.wake();
        rounds.await(FOR_LONG);

        var next = Thread.ofVirtual().start(() -> {
            try {
                rounds.await(FOR_LONG);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        assertThat(next.join(Duration.ofMillis(100))).isFalse();
        rounds.wake();
        next.join();
    }

    @Test
    void whoIsIdleBeginsAtOnceHoweverFarRoundsAreApart() throws InterruptedException {
        var rare = new Rounds(FOR_LONG);
        rare.wake();
        rare.await(FOR_LONG);
    }

    @Test
    void whatIsLeftIsTheNextRoundsWithoutAWait() throws InterruptedException {
        var rare = new Rounds(FOR_LONG);
        rare.await(Duration.ZERO);
        rare.await(Duration.ZERO);
    }

    @Test
    void aPauseThatEndsIsNotMadeLonger() throws InterruptedException {
        var rare = new Rounds(FOR_LONG);
        rare.await(Duration.ZERO);
        rare.await(Duration.ofMillis(1));
    }
}
