package io.carryon.gateway.portal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.Locale;

/** Moments in a customer's language, in the zone of the hours in which people work. */
public record Times(Locale language, ZoneId zone, Clock clock, HelpMessages words) {

    String when(Instant moment) {
        return words.day_and_time(day(moment), time(moment));
    }

    String byWhen(Instant moment) {
        return moment.isBefore(clock.instant()) ? words.by_late(when(moment)) : words.by_when(when(moment));
    }

    String span(Instant from, Instant to) {
        return words.day_and_time(day(from), time(from) + "–" + time(to));
    }

    String zoneName() {
        return words.zone(zone.getDisplayName(TextStyle.FULL, language));
    }

    String date(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(language)
                .format(day);
    }

    String date(Instant moment) {
        return date(moment.atZone(zone).toLocalDate());
    }

    private String day(Instant moment) {
        var day = moment.atZone(zone).toLocalDate();
        var today = clock.instant().atZone(zone).toLocalDate();
        if (day.equals(today)) {
            return words.today();
        }
        if (day.equals(today.plusDays(1))) {
            return words.tomorrow();
        }
        var pattern = day.getYear() == today.getYear() ? "MMMMEEEEd" : "yMMMMd";
        return DateTimeFormatter.ofLocalizedPattern(pattern)
                .withLocale(language)
                .format(day);
    }

    private String time(Instant moment) {
        return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                .withLocale(language)
                .format(moment.atZone(zone));
    }
}
