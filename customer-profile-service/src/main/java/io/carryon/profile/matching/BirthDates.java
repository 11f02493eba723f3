package io.carryon.profile.matching;

import java.util.Optional;
import java.util.regex.Pattern;

/** Dates of birth as forms hold them. */
public final class BirthDates {

    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})[-./ ]?(\\d{2})[-./ ]?(\\d{2})");
    private static final Pattern DAY_FIRST = Pattern.compile("(\\d{1,2})[-./ ]+(\\d{1,2})[-./ ]+(\\d{4})");

    private BirthDates() {}

    /** Eight digits, year first; empty when it is no date. Where the day may be the month, it is the day. */
    public static Optional<String> normal(String written) {
        var yearFirst = YEAR_FIRST.matcher(written.strip());
        if (yearFirst.matches()) {
            return Optional.of(yearFirst.group(1) + yearFirst.group(2) + yearFirst.group(3));
        }
        var dayFirst = DAY_FIRST.matcher(written.strip());
        return dayFirst.matches()
                ? Optional.of(dayFirst.group(3) + two(dayFirst.group(2)) + two(dayFirst.group(1)))
                : Optional.empty();
    }

    private static String two(String digits) {
        return digits.length() == 1 ? "0" + digits : digits;
    }
}
