package io.carryon.gateway.reply;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplyPatienceTest {

    private static final Instant ASKED = Instant.parse("2026-03-02T10:00:00Z");
    private final ReplyPatience patience =
            new ReplyPatience(Duration.ofSeconds(2), Duration.ofMinutes(5), Duration.ofHours(48));

    @ParameterizedTest
    @CsvSource({"1, 2", "2, 4", "5, 32", "8, 256", "9, 300", "10, 300", "2000000000, 300"})
    void thePausesGrowUpToALimit(int attempts, int seconds) {
        assertThat(patience.next(ASKED, attempts, ASKED)).contains(ASKED.plusSeconds(seconds));
    }

    @Test
    void theLastAttemptIsMadeWhenTheTimeIsUp() {
        var end = ASKED.plus(Duration.ofHours(48));
        assertThat(patience.next(ASKED, 500, end.minusSeconds(1))).contains(end);
        assertThat(patience.next(ASKED, 501, end)).isEmpty();
    }
}
