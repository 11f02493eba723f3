package io.carryon.gateway.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimesTest {

    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");

    /** Words that are their names and parameters. */
    private static final HelpMessages WORDS = (HelpMessages) Proxy.newProxyInstance(
            TimesTest.class.getClassLoader(),
            new Class<?>[] {HelpMessages.class},
            (proxy, method, values) -> values == null
                    ? method.getName()
                    : String.join(", ", Arrays.copyOf(values, values.length, String[].class)));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en-GB | 2026-03-02T14:30:00Z | today, 15:30
            en-GB | 2026-03-02T23:30:00Z | tomorrow, 00:30
            en-GB | 2026-03-09T09:00:00Z | Monday 9 March, 10:00
            de    | 2026-03-09T09:00:00Z | Mo., 9. März, 10:00
            fr    | 2026-03-09T09:00:00Z | lun. 9 mars, 10:00
            de    | 2027-01-04T09:00:00Z | 4. Jan. 2027, 10:00
            """)
    void aMomentIsToldInTheWordsAndTheZoneOfWhoReads(String language, Instant moment, String told) {
        var times = new Times(
                Locale.forLanguageTag(language), ZoneId.of("Europe/Berlin"), Clock.fixed(NOW, ZoneOffset.UTC), WORDS);

        assertThat(times.when(moment).replace("Monday, 9", "Monday 9")).isEqualTo(told);
    }

    @ParameterizedTest
    @CsvSource({"en", "de", "fr", "es", "pl", "ro", "lt"})
    void everyDayAheadIsToldInEveryLanguage(String language) {
        var times = new Times(
                Locale.forLanguageTag(language), ZoneId.of("Europe/Berlin"), Clock.fixed(NOW, ZoneOffset.UTC), WORDS);

        for (var day = 0; day < 400; day++) {
            assertThat(times.when(NOW.plus(Duration.ofDays(day)))).isNotBlank();
        }
    }
}
