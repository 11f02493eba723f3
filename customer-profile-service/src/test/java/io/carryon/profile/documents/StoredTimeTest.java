package io.carryon.profile.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoredTimeTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-02T08:30:00Z",
                "2024-02-29T23:59:59.120Z",
                "1969-12-31T23:59:59.000001Z",
                "0001-01-01T00:00:00.123456789Z",
                "2026-11-02T08:30:00.1Z",
                "2026-11-02T10:30:00+02:00",
                "-1000000-01-01T00:00:00Z",
                "+10000-01-01T00:00:00Z"
            })
    void readsEveryIsoTime(String text) {
        assertThat(StoredTime.read(text)).isEqualTo(Instant.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "Z", "2026-11-02", "2026-02-30T08:30:00Z", "2026-11-02T25:30:00Z", "2026-11-02T08:30:0xZ"})
    void refusesWhatIsNoTime(String text) {
        assertThatThrownBy(() -> StoredTime.read(text)).isInstanceOf(DateTimeException.class);
    }
}
