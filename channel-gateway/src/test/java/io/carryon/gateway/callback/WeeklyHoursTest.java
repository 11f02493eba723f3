package io.carryon.gateway.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WeeklyHoursTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @ParameterizedTest
    @CsvSource({
        "2026-03-02T08:59, false", // a Monday
        "2026-03-02T09:00, true",
        "2026-03-02T12:30, false",
        "2026-03-02T13:30, true",
        "2026-03-02T17:00, false",
        "2026-03-06T16:59, true",
        "2026-03-07T10:00, true",
        "2026-03-07T23:59, true",
        "2026-03-08T10:00, false"
    })
    void theHoursOfAWeekAreOpenAndTheRestIsClosed(LocalDateTime moment, boolean open) {
        var hours = WeeklyHours.of("Mon-Fri 09:00-12:30 13:30-17:00, Sat 10:00-24:00");

        assertThat(hours.isOpen(moment.atZone(BERLIN))).isEqualTo(open);
    }

    @Test
    void aWeekMayGoOnOverItsEnd() {
        var hours = WeeklyHours.of("Sat-Mon 10:00-11:00");

        assertThat(hours.isOpen(LocalDateTime.parse("2026-03-08T10:30").atZone(BERLIN)))
                .isTrue();
        assertThat(hours.isOpen(LocalDateTime.parse("2026-03-03T10:30").atZone(BERLIN)))
                .isFalse();
    }

    @Test
    void alwaysIsAlways() {
        assertThat(WeeklyHours.of("always")
                        .isOpen(LocalDateTime.parse("2026-03-08T00:00").atZone(BERLIN)))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Mon",
                "Monday 09:00-17:00",
                "Xyz 09:00-17:00",
                "Mon 9-17",
                "Mon 17:00-09:00",
                "Mon 09:00-25:00",
                "Mon 09:00-09:00"
            })
    void hoursThatCannotBeReadAreNamed(String text) {
        assertThatThrownBy(() -> WeeklyHours.of(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Mon-Fri 09:00-17:00")
                .hasMessageEndingWith(text);
    }
}
